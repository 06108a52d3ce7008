package io.plimsoll.analysis.billing.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Makes the price catalogue that ships, `prices.parquet` and `machines.parquet`, from the published tables beside a checkout. What is
/// taken, and what is left out and why, stands in `catalogue.sql`. The same tables give the same rows in the same order.
///
/// Arguments: the folder of the tables (`../shared/data/prices`) and the folder to write to
/// (`analysis/src/main/resources/io/plimsoll/analysis/billing/price`).
final class MakeCatalogue {
    private MakeCatalogue() {
    }

    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    static void write(Path tables, Path output) throws IOException {
        Path temporary = Files.createTempDirectory("catalogue");
        DatabaseConfig config = new DatabaseConfig(null, temporary, null, 500_000_000, 1);
        try (Database engine = Database.open(config)) {
            run(engine, "SET GLOBAL file_search_path = " + Sql.literal(tables.toAbsolutePath().toString()));
            for (String statement : Sql.text(MakeCatalogue.class, "catalogue.sql").split(";\\s*\\n")) {
                run(engine, statement);
            }
            copy(engine, "price", "provider, kind, lower(name), purchase_option, region, price_date",
                    output.resolve("prices.parquet"));
            copy(engine, "machine", "provider, lower(name)", output.resolve("machines.parquet"));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copy(Database engine, String table, String order, Path file) {
        run(engine, "COPY (SELECT * FROM " + table + " ORDER BY " + order + ") TO "
                + Sql.literal(file.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 20480)");
    }

    private static void run(Database engine, String statement) {
        engine.execute(Sql.of(statement), Cancellation.never());
    }
}
