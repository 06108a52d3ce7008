package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Large bills for the benchmarks, grown from the official FOCUS sample by the scripts in `shared/data/scale`. What was made once stays
/// under `target`.
final class ScaleData {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private ScaleData() {
    }

    static Path folder() {
        try {
            return Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param thousands of rows
    /// @return a folder of three months, each a folder with one Parquet file
    static Path parquet(int thousands) {
        Path scripts = SharedData.path("scale");
        Path made = folder().resolve("focus-" + thousands);
        if (Files.exists(made)) {
            return made;
        }
        try (Database engine = engine()) {
            Path samples = scripts.resolveSibling("billing");
            run(engine, Files.readString(scripts.resolve("gen.sql")).replace("'../billing/", "'" + samples + "/"));
            Path part = folder().resolve("part-" + thousands);
            run(engine, Files.readString(scripts.resolve("make.sql")).replace("range(1000)", "range(" + thousands + ")")
                    .replace("out/focus1m", part.toString()).replaceAll("(?m)^SELECT.*\n?", ""));
            return Files.move(part, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same rows as one gzipped CSV file.
    static Path csv(int thousands) {
        Path rows = parquet(thousands);
        Path made = folder().resolve("focus-" + thousands + ".csv.gz");
        if (!Files.exists(made)) {
            try (Database engine = engine()) {
                Path part = folder().resolve("part.csv.gz");
                run(engine, "COPY (FROM " + months(rows) + ") TO " + Sql.literal(part.toString())
                        + " (FORMAT csv, COMPRESSION gzip)");
                Files.move(part, made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    static String months(Path folder) {
        return "read_parquet(" + Sql.literal(folder + "/*/*.parquet") + ", hive_partitioning = false)";
    }

    static Database engine() {
        return Database.open(DatabaseConfig.inMemory(folder().resolve("temporary"), 4_000_000_000L));
    }

    private static void run(Database engine, String script) {
        for (String statement : script.split(";\\s*(\n|$)")) {
            if (!statement.isBlank()) {
                engine.execute(Sql.of(statement), Cancellation.never());
            }
        }
    }
}
