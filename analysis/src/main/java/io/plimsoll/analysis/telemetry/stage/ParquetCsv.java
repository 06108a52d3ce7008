package io.plimsoll.analysis.telemetry.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Writes a Parquet file's rows as CSV, which the readers of long and wide tables know. Times that are stored as UTC get a `Z`; local
/// ones get none and need the user's zone, as in CSV.
///
/// In an engine of its own: some damage to Parquet makes an engine useless for everything that follows.
final class ParquetCsv {
    private static final long MOST_COLUMNS = 4000;
    private static final int MOST_RATIO = 400;
    private static final double ALWAYS_ALLOWED = 64 << 20;

    private ParquetCsv() {
    }

    /// @param named how the user knows the file
    /// @param csv   written
    /// @throws StepFailure FILE_DAMAGED, FILE_BOMB, UNKNOWN_FORMAT, DISK_FULL
    static void write(Path parquet, Path named, Path csv, long memoryBytes, Cancellation cancellation)
            throws IOException {
        try {
            convert(parquet, named, csv, memoryBytes, cancellation);
        } catch (StoreException e) {
            throw ForeignInput.damaged(named, String.valueOf(e.getMessage()), e);
        } catch (StepFailure e) {
            // The engine takes any damage that it meets for one of its own file.
            throw e.code().equals("WORKSPACE_DAMAGED") ? ForeignInput.damaged(named, e.message(), e) : e;
        }
    }

    private static void convert(Path parquet, Path named, Path csv, long memoryBytes, Cancellation cancellation)
            throws IOException {
        try (Database engine = Database.open(DatabaseConfig.inMemory(csv.resolveSibling("parquet-tmp"), memoryBytes))) {
            check(engine, parquet, named);
            List<String> columns = new ArrayList<>();
            engine.each(Sql.of("DESCRIBE SELECT * FROM " + scan(parquet)),
                    row -> columns.add(expression(row.text(1), row.text(2))), cancellation);
            checkSize(engine, parquet, named, columns.size());
            engine.execute(Sql.of("COPY (SELECT " + String.join(", ", columns) + " FROM " + scan(parquet) + ") TO "
                    + Sql.literal(csv.toString())
                    + " (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"')"),
                    cancellation);
        }
    }

    private static void check(Database engine, Path parquet, Path named) {
        String schema = " FROM parquet_schema(" + Sql.literal(parquet.toString()) + ")";
        if (engine.single(Sql.of("SELECT count(*)" + schema), row -> row.whole(1)) > MOST_COLUMNS) {
            throw StepFailure.badInput("UNKNOWN_FORMAT", named + " has more than " + MOST_COLUMNS + " columns.",
                    "Give telemetry with a time, or a time, a metric and a value.");
        }
        if (engine.single(Sql.of("SELECT count(*)" + schema + " WHERE contains(name, chr(0))"),
                row -> row.whole(1)) > 0) {
            throw ForeignInput.damaged(named, "the name of a column holds a NUL character", null);
        }
    }

    /// Runs of one value need no room in Parquet, and all of it in CSV.
    private static void checkSize(Database engine, Path parquet, Path named, int columns) throws IOException {
        long rows = engine.single(Sql.of("SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata("
                + Sql.literal(parquet.toString()) + ")"), row -> row.whole(1));
        double bytes = 8.0 * rows * columns;
        if (bytes > ALWAYS_ALLOWED && bytes > MOST_RATIO * Files.size(parquet)) {
            throw StepFailure.badInput("FILE_BOMB",
                    named + " unpacks to more than " + MOST_RATIO + " times its size; no metric does that.",
                    "If you trust it, write its rows out as CSV yourself and import that.");
        }
    }

    private static String scan(Path parquet) {
        return "read_parquet(" + Sql.literal(parquet.toString())
                + ", hive_partitioning = false, union_by_name = false)";
    }

    private static String expression(String name, String type) {
        String column = Sql.quoted(name);
        String text = switch (type) {
            case "TIMESTAMP WITH TIME ZONE" ->
                "strftime(make_timestamp(epoch_us(" + column + ")), '%Y-%m-%dT%H:%M:%S.%fZ')";
            case "BLOB" -> "NULL";
            default -> type.matches("^(MAP|STRUCT|UNION)\\(.*|.*\\]$")
                    ? "CAST(to_json(" + column + ") AS VARCHAR)"
                    : "CAST(" + column + " AS VARCHAR)";
        };
        return text + " AS " + column;
    }
}
