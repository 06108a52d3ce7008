package io.plimsoll.analysis.billing.driver;

import java.util.List;

import io.plimsoll.analysis.billing.DriverQuantity;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;

/// Reads the unit drivers of a workspace.
public final class Drivers {
    private Drivers() {
    }

    /// As `Billing.drivers`.
    public static List<DriverQuantity> all(Database database) {
        return database.query(Sql.of("SELECT driver_date, driver, scope, quantity, unit, file, file_line "
                + "FROM driver_quantity JOIN billing_file USING (file_id) ORDER BY 2, 3, 1"),
                row -> new DriverQuantity(row.day(1), row.text(2), row.text(3), row.decimal(4), row.text(5),
                        row.text(6), row.whole(7)));
    }
}
