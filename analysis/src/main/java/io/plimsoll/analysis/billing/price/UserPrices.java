package io.plimsoll.analysis.billing.price;

import java.util.Locale;
import java.util.Optional;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.unit.Money;

/// Prices of the lists that the user imported.
public final class UserPrices {
    private final Database database;

    public UserPrices(Database database) {
        this.database = database;
    }

    /// The last one that is valid on the day; one for the region before one for all regions.
    public Optional<Price> find(PriceQuery query) {
        Sql sql = Sql.resource(UserPrices.class, "user-price.sql", query.provider(),
                query.type().toLowerCase(Locale.ROOT), query.option().id(), query.region(), query.day());
        return database.query(sql, row -> price(query, row)).stream().findFirst();
    }

    private static Price price(PriceQuery query, Row row) {
        return new Price(query.provider(), query.region(), query.type(), query.option(),
                new Money(row.decimal(1), row.text(2)), row.text(3), row.day(4).toString(), Price.Basis.USER,
                "of your list, from this day on" + (row.text(5).equals("*") ? ", for all regions" : ""),
                row.text(6) + ", line " + row.whole(7), "");
    }
}
