package io.plimsoll.analysis.telemetry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;

/// Lists the telemetry files that were imported.
final class LoadedFiles {
    private final Database database;

    LoadedFiles(Database database) {
        this.database = database;
    }

    /// As `Telemetry.imports`.
    List<LoadedTelemetry> all() {
        Map<Long, Map<Repair, Long>> repairs = repairs();
        return database.query(Sql.resource(LoadedFiles.class, "files.sql"), row -> file(row, repairs));
    }

    private static LoadedTelemetry file(Row row, Map<Long, Map<Repair, Long>> repairs) {
        long id = row.value(1) == null ? 0 : row.whole(1);
        return new LoadedTelemetry(row.whole(2), row.time(3), row.text(4), row.text(5), row.text(6), row.whole(7),
                row.whole(8), row.whole(9), row.whole(10), row.whole(11), row.value(12) == null ? null : row.time(12),
                row.value(13) == null ? null : row.time(13), repairs.getOrDefault(id, Map.of()),
                row.text(14).lines().toList());
    }

    private Map<Long, Map<Repair, Long>> repairs() {
        Map<Long, Map<Repair, Long>> repairs = new HashMap<>();
        database.query(Sql.of("SELECT file_id, kind, sum(points) FROM telemetry_repair WHERE file_id IS NOT NULL "
                + "GROUP BY file_id, kind"),
                row -> repairs.computeIfAbsent(row.whole(1), id -> new EnumMap<>(Repair.class))
                        .put(Repair.valueOf(row.text(2)), row.whole(3)));
        return repairs;
    }
}
