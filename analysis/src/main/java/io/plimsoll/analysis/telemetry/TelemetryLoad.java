package io.plimsoll.analysis.telemetry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.StagedJob;
import io.plimsoll.analysis.workspace.Workspace;

/// Takes what a staging child wrote into the workspace, in one transaction with its ledger entry.
final class TelemetryLoad {
    static final String LEDGER_KIND = "telemetry-import";

    private final Workspace workspace;
    private final StagedJob staged;

    TelemetryLoad(Workspace workspace, StagedJob staged) {
        this.workspace = workspace;
        this.staged = staged;
    }

    TelemetryImport run(Cancellation cancellation) {
        return workspace.database().inTransaction(this::load, cancellation);
    }

    /// What the child counted.
    TelemetryImport counts(long replaced) {
        JsonNode result = staged.result();
        List<TelemetryImport.File> files = new ArrayList<>();
        for (JsonNode file : result.get("files")) {
            List<String> notes = new ArrayList<>();
            file.get("notes").forEach(note -> notes.add(note.asString()));
            files.add(new TelemetryImport.File(file.get("file").asString(), file.get("profile").asString(),
                    file.get("sha256").asString(), file.get("bytes").asLong(), file.get("read").asLong(),
                    file.get("rejected").asLong(), notes));
        }
        return new TelemetryImport(result.get("read").asLong(), result.get("series").asLong(),
                result.get("samples").asLong(), result.get("derived").asLong(), replaced,
                result.get("rejected").asLong(),
                repairs(), files);
    }

    private Map<Repair, Long> repairs() {
        Map<Repair, Long> repairs = new EnumMap<>(Repair.class);
        workspace.database().query(Sql.of("SELECT kind, sum(points) FROM " + parquet("repairs") + " GROUP BY kind"),
                row -> repairs.put(Repair.valueOf(row.text(1)), row.whole(2)));
        return repairs;
    }

    private TelemetryImport load(Transaction transaction) {
        transaction.execute(
                "INSERT INTO telemetry_series SELECT (SELECT coalesce(max(series_id), 0) FROM telemetry_series) "
                        + "+ row_number() OVER (ORDER BY n.series_key), n.series_key, n.metric, n.measure, n.statistic, n.unit, n.labels, "
                        + "n.cluster, n.namespace, n.pod, n.container, n.node, n.resource_id FROM " + parquet("series")
                        + " n ANTI JOIN telemetry_series o USING (series_key)");
        transaction.execute("CREATE TEMP TABLE import_series AS SELECT n.series, o.series_id FROM " + parquet("series")
                + " n JOIN telemetry_series o USING (series_key)");
        long replaced = transaction.execute("DELETE FROM telemetry_sample USING (SELECT series_id, min(time) AS first, "
                + "max(time) AS last FROM " + parquet("samples")
                + " JOIN import_series USING (series) GROUP BY series_id) r "
                + "WHERE telemetry_sample.series_id = r.series_id AND time BETWEEN r.first AND r.last");
        checkUnits(transaction);
        long firstFile = transaction.query(Sql.of("SELECT coalesce(max(file_id), 0) + 1 FROM telemetry_file"),
                row -> row.whole(1)).getFirst();
        transaction.execute("INSERT INTO telemetry_sample SELECT series_id, time, value, file + ? FROM "
                + parquet("samples") + " JOIN import_series USING (series) ORDER BY series_id, time", firstFile);
        TelemetryImport done = counts(replaced);
        LedgerEntry entry = workspace.ledger().append(transaction, LEDGER_KIND, done);
        record(transaction, entry, done, firstFile);
        transaction.execute("DROP TABLE import_series");
        return done;
    }

    /// A series that comes in another unit than before takes it on if nothing older is left of it.
    private void checkUnits(Transaction transaction) {
        String other = parquet("series")
                + " n JOIN telemetry_series o USING (series_key) WHERE (n.unit, n.measure) <> (o.unit, o.measure)";
        List<String> mixed = transaction.query(
                Sql.of("SELECT series_key || ' is in ' || if(o.unit = '', 'no unit', o.unit) || ' here and in ' "
                        + "|| if(n.unit = '', 'no unit', n.unit) || ' in the file' FROM " + other
                        + " AND o.unit <> n.unit AND EXISTS (FROM telemetry_sample s WHERE s.series_id = o.series_id) ORDER BY 1 LIMIT 1"),
                row -> row.text(1));
        if (!mixed.isEmpty()) {
            throw StepFailure.badInput("MIXED_UNITS", mixed.getFirst() + ".",
                    "Import a file that covers all of the older time, too, or load it into another workspace.");
        }
        transaction
                .execute("UPDATE telemetry_series SET unit = n.unit, measure = n.measure, statistic = n.statistic FROM "
                        + parquet("series") + " n WHERE n.series_key = telemetry_series.series_key "
                        + "AND (n.unit, n.measure) <> (telemetry_series.unit, telemetry_series.measure)");
    }

    private void record(Transaction transaction, LedgerEntry entry, TelemetryImport done, long firstFile) {
        transaction.execute("INSERT INTO telemetry_import VALUES (?, ?, ?, ?, ?, ?, ?)", entry.seq(), entry.at(),
                done.read(),
                done.samples(), done.derived(), done.replaced(), done.rejected());
        Map<Long, Stored> stored = stored(transaction);
        transaction.append("telemetry_file", rows -> {
            for (int i = 0; i < done.files().size(); i++) {
                TelemetryImport.File file = done.files().get(i);
                Stored of = stored.getOrDefault((long) i, Stored.NOTHING);
                rows.row(entry.seq(), file.file(), file.profile(), file.sha256(), file.bytes(), file.read(),
                        file.rejected(), String.join("\n", file.notes()), firstFile + i, of.series(), of.samples(),
                        of.first(), of.last());
            }
        });
        transaction
                .execute("INSERT INTO telemetry_repair SELECT ?, series_id, kind, points, first, last, file + ? FROM "
                        + parquet("repairs") + " JOIN import_series USING (series)", entry.seq(), firstFile);
        transaction.execute("INSERT INTO telemetry_reject SELECT ?, file, line, reason, content, number + ? FROM "
                + parquet("rejects"), entry.seq(), firstFile);
        forgetRejectsOfReplacedFiles(transaction, firstFile);
    }

    /// What is stored of each file, by its place in the import.
    private Map<Long, Stored> stored(Transaction transaction) {
        Map<Long, Stored> stored = new HashMap<>();
        transaction.query(Sql.of("SELECT file, count(DISTINCT series), count(*), min(time), max(time) FROM "
                + parquet("samples") + " GROUP BY file"),
                row -> stored.put(row.whole(1), new Stored(row.whole(2), row.whole(3), row.time(4), row.time(5))));
        return stored;
    }

    private record Stored(long series, long samples, @Nullable Instant first, @Nullable Instant last) {
        private static final Stored NOTHING = new Stored(0, 0, null, null);
    }

    /// Rejects are shown for what is loaded: those of a file that has made way entirely are history.
    private static void forgetRejectsOfReplacedFiles(Transaction transaction, long firstFile) {
        transaction.execute("DELETE FROM telemetry_reject WHERE file_id < ? AND file_id NOT IN "
                + "(SELECT DISTINCT file_id FROM telemetry_sample WHERE file_id IS NOT NULL)", firstFile);
    }

    private String parquet(String table) {
        Path file = staged.folder().resolve(table + ".parquet");
        return "read_parquet(" + Sql.literal(file.toString()) + ")";
    }
}
