package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

class ParquetNamesTest {
    @TempDir
    Path folder;

    @Test
    void theOutermostColumnsAreNamedWhateverIsInside() throws IOException {
        Path file = folder.resolve("a.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 200_000_000))) {
            engine.execute(Sql.of("COPY (SELECT 1 AS a, {'x': 1, 'y': {'z': [1, 2]}} AS b, MAP {'k': [{'q': 1}]} AS c, "
                    + "[1, 2] AS d, TIMESTAMPTZ '2026-10-01 00:00:00Z' AS \"e, \u00e4\", true AS f) TO "
                    + Sql.literal(file.toString()) + " (FORMAT parquet)"), Cancellation.never());
        }
        assertThat(ParquetNames.of(file)).containsExactly("a", "b", "c", "d", "e, \u00e4", "f");
    }
}
