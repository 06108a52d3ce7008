package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;

/// What an import takes, its child and the rules of FOCUS included, against the engine's own `CREATE TABLE AS` into a file in the same
/// run. The table has the same columns with the same casts; it is made in whatever order is cheapest.
@Tag("bench")
class ImportBenchTest {
    @Test
    void tenMillionRowsOfParquet() throws IOException, InterruptedException {
        Path files = ScaleData.parquet(10_000);
        Measured engine = table(typed(ScaleData.months(files)));
        Measured program = load(files, "ten-million");
        System.out.println("import 10 M rows of Parquet: " + program.ratioTo(engine) + " (bar 2.5, stretch 1.5); "
                + memory(program));
        assertThat(program.peakBytes()).isLessThan(WorkspaceOptions.DEFAULT_MEMORY);
    }

    @Test
    void oneMillionRowsOfGzippedCsv() throws IOException, InterruptedException {
        Path file = ScaleData.csv(1_000);
        Measured engine = table("SELECT * FROM read_csv(" + Sql.literal(file.toString()) + ", all_varchar = true)");
        Measured program = load(file, "one-million");
        System.out.println("import 1 M rows of csv.gz: " + program.ratioTo(engine) + " (bar 3, stretch 2); "
                + memory(program));
    }

    /// Takes some ten minutes: only when asked for with `-Dbench.large=true`.
    @Test
    void memoryAtFiftyMillionRows() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Boolean.getBoolean("bench.large"), "-Dbench.large=true is not set");
        Measured program = load(ScaleData.parquet(50_000), "fifty-million");
        System.out.println("import 50 M rows of Parquet: " + memory(program));
        assertThat(program.peakBytes()).isLessThan(WorkspaceOptions.DEFAULT_MEMORY);
    }

    private static String memory(Measured program) {
        return String.format(Locale.ROOT, "%.0f s, at most %.0f MB of 2000 MB in both processes", program.wallSeconds(),
                program.peakBytes() / 1e6);
    }

    private static Measured load(Path files, String name) throws IOException, InterruptedException {
        Path workspace = ScaleData.folder().resolve(name);
        delete(workspace);
        return Measured.program("import", files, "--workspace", workspace);
    }

    private static Measured table(String select) throws IOException {
        Path file = ScaleData.folder().resolve("own.duckdb");
        Files.deleteIfExists(file);
        try (Database engine = Database
                .open(new DatabaseConfig(file, ScaleData.folder().resolve("temporary"), null, 2_000_000_000L, 2))) {
            engine.execute(Sql.of("SET preserve_insertion_order = false"), Cancellation.never());
            return Measured.here(() -> {
                engine.execute(Sql.of("CREATE TABLE charge AS " + select), Cancellation.never());
                engine.execute(Sql.of("CHECKPOINT"), Cancellation.never());
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String typed(String rows) {
        Map<FocusColumn, String> given = new HashMap<>();
        try (Database engine = ScaleData.engine()) {
            engine.query(Sql.of("DESCRIBE SELECT * FROM " + rows), row -> row.text(1))
                    .forEach(name -> FocusColumn.find(name).ifPresent(column -> given.put(column, Sql.quoted(name))));
        }
        return "SELECT " + Arrays.stream(FocusColumn.values())
                .map(column -> cast(column, Optional.ofNullable(given.get(column)).orElse("NULL")) + " AS "
                        + Sql.quoted(column.focusName()))
                .collect(Collectors.joining(", ")) + " FROM " + rows;
    }

    private static String cast(FocusColumn column, String value) {
        return switch (column.type()) {
            case COST, DECIMAL -> "CAST(" + value + " AS DECIMAL(38,18))";
            case TIME -> "CAST(" + value + " AS TIMESTAMP)";
            case TAGS -> "CAST(CAST(" + value + " AS JSON) AS MAP(VARCHAR, VARCHAR))";
            case TEXT, JSON -> "CAST(" + value + " AS VARCHAR)";
        };
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
