package io.plimsoll.analysis.billing.price;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.MachineType;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.Workspace;

/// The published prices and sizes that ship as Parquet. The workspace's own engine reads them where they lie: a question costs some
/// milliseconds, and nothing is kept in memory.
public final class Catalogue {
    private final Workspace workspace;

    public Catalogue(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Every price of these types, whatever their case, of any provider, region and date.
    List<ListPrice> prices(Collection<String> types) {
        String names = types.stream().map(type -> type.toLowerCase(Locale.ROOT)).distinct()
                .collect(Collectors.joining("\n"));
        return workspace.database().query(Sql.resource(Catalogue.class, "prices.sql", shipped("prices.parquet"), names),
                ListPrice::of);
    }

    /// Amazon's on-demand prices of a region in the table of 2022, which alone has many regions.
    List<ListPrice> pricesOf2022(String region) {
        return workspace.database().query(
                Sql.resource(Catalogue.class, "prices-2022.sql", shipped("prices.parquet"), region), ListPrice::of);
    }

    /// As `Prices.machines`.
    public List<MachineType> machines(String provider, String region) {
        return workspace.database().query(Sql.resource(Catalogue.class, "machines.sql", shipped("prices.parquet"),
                provider, region, shipped("machines.parquet")), Catalogue::machine);
    }

    private String shipped(String name) {
        return workspace.staging().shipped(Catalogue.class, name).toString();
    }

    private static MachineType machine(Row row) {
        return new MachineType(row.text(1), row.text(2), Math.toIntExact(row.whole(3)), row.whole(4), row.text(5),
                whole(row, 6), row.text(7), row.flag(8), whole(row, 9),
                row.value(10) == null ? OptionalLong.empty() : OptionalLong.of(row.whole(10)),
                new Money(row.decimal(11), row.text(12)), row.text(13));
    }

    private static OptionalInt whole(Row row, int column) {
        return row.value(column) == null ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(row.whole(column)));
    }
}
