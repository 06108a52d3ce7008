package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FileHead;
import io.plimsoll.analysis.telemetry.read.Readers;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.analysis.workspace.Workspace;

/// The workspace's telemetry. Safe from any thread; imports wait for each other.
public final class Telemetry {
    /// For messages and help.
    public static final String FORMATS = "Prometheus, OpenMetrics, VictoriaMetrics, OTLP, CloudWatch, Spark, Flink, Kafka, Airflow, "
            + "Prefect, Elasticsearch, Grafana, long and wide CSV and Parquet";

    private final Workspace workspace;
    private final Database database;

    public Telemetry(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.database();
    }

    public static List<Migration> migrations() {
        return List.of(Migration.resource("telemetry", 1, Telemetry.class),
                Migration.resource("telemetry", 2, Telemetry.class));
    }

    /// The ids that `importFiles` takes.
    public static List<String> profiles() {
        return Readers.ALL.stream().map(TelemetryReader::id).toList();
    }

    /// Whether a file is telemetry, told by its first bytes, read or refused; false if it can't be read. Only a look: the import checks
    /// again.
    public static boolean isTelemetry(Path file) {
        try {
            return FileHead.of(file, Cancellation.never()).isTelemetry();
        } catch (StepFailure | IOException e) {
            return false;
        }
    }

    /// Loads files, all or none. Samples of a series between its first and last time in the files replace the older ones.
    ///
    /// @param profile how to read all of them, or empty to recognise each
    /// @throws StepFailure as `stage`
    public TelemetryImport importFiles(List<Path> files, Optional<String> profile, Progress progress,
            Cancellation cancellation) {
        try (StagedTelemetry staged = stage(new TelemetryRequest(files, profile.orElse(null), null, null),
                progress.part(0, 0.9), cancellation)) {
            return staged.load(progress.part(0.9, 1), cancellation);
        }
    }

    /// Does all of an import but the loading, and fails as it would.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_BOMB, FILE_CHANGED, UNKNOWN_FORMAT,
    ///                     UNKNOWN_PROFILE, NOT_A_RANGE, TIME_MISSING, TIME_WITHOUT_ZONE, MIXED_UNITS, TSDB_BLOCK, ORC_FILE, ...
    public StagedTelemetry stage(TelemetryRequest request, Progress progress, Cancellation cancellation) {
        String profile = request.profile();
        if (profile != null) {
            Readers.byId(profile);
        }
        ObjectNode job = job(request);
        return new StagedTelemetry(workspace,
                workspace.staging().run(TelemetryStager.ID, job, progress, cancellation));
    }

    /// What the staging child is asked.
    static ObjectNode job(TelemetryRequest request) {
        ZoneId zone = request.zone();
        Instant at = request.at();
        ObjectNode job = JsonMapper.shared().createObjectNode()
                .put("as", Objects.requireNonNullElse(request.profile(), ""))
                .put("zone", zone == null ? "" : zone.getId())
                .put("at", at == null ? "" : at.toString()).put("now", Instant.now().toString());
        ArrayNode names = job.putArray("files");
        request.files().forEach(file -> names.add(file.toAbsolutePath().toString()));
        return job;
    }

    /// Series that match, by key.
    public List<TelemetrySeries> series(SeriesFilter filter) {
        return series(filter, Cancellation.never());
    }

    /// As above; counting the samples of many series takes a while.
    public List<TelemetrySeries> series(SeriesFilter filter, Cancellation cancellation) {
        return database.query(SeriesQuery.of(filter), SeriesQuery::series, cancellation);
    }

    /// The samples with `from` <= time < `to`.
    public TimeSeries samples(long seriesId, Instant from, Instant to) {
        List<double[]> rows = database.query(Sql.of("SELECT epoch(time), value FROM telemetry_sample "
                + "WHERE series_id = ? AND time >= ? AND time < ? ORDER BY time", seriesId, from, to),
                row -> new double[]{row.number(1), row.number(2)});
        long[] times = new long[rows.size()];
        double[] values = new double[rows.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = (long) rows.get(i)[0];
            values[i] = rows.get(i)[1];
        }
        return new TimeSeries(times, values);
    }

    /// All samples of many series, read at once; empty for a series without any.
    ///
    /// @param expected how many samples each series may have, to make room for; by id
    public Map<Long, TimeSeries> samples(Map<Long, Integer> expected, Cancellation cancellation) {
        long[] ids = expected.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        int[] rooms = Arrays.stream(ids).mapToInt(id -> expected.getOrDefault(id, 0)).toArray();
        return new SampleReading(database, ids, rooms).read(cancellation);
    }

    /// What series measured hour by hour, `from` <= time < `to`, in no order; hours without a sample are absent.
    ///
    /// @param from a whole hour
    public void hourly(SeriesFilter filter, Instant from, Instant to, Consumer<HourOfUse> consumer,
            Cancellation cancellation) {
        database.each(SeriesQuery.hourly(filter, from, to), row -> consumer.accept(new HourOfUse(row.whole(1),
                row.time(2), row.number(3), row.number(4))), cancellation);
    }

    /// What tells every series from others, by its id. Reads all samples.
    public Map<Long, SeriesDigest> digests(Cancellation cancellation) {
        Map<Long, SeriesDigest> digests = new HashMap<>();
        database.each(Sql.resource(Telemetry.class, "digests.sql"), row -> digests.put(row.whole(1),
                new SeriesDigest(row.whole(2), row.number(3), row.number(4), row.text(5))), cancellation);
        return digests;
    }

    /// The series of one metric, those with the most samples first. Columns: `series`, `samples`, `share` of all loaded samples (0..1),
    /// `lowest`, `highest`.
    public TablePage metricRows(String metric, long offset, int limit) {
        return database.page(Sql.resource(Telemetry.class, "metric.sql", metric), offset, limit);
    }

    /// The statement that lists these, its values written in.
    public String metricSql(String metric) {
        return Sql.resource(Telemetry.class, "metric.sql", metric).shown();
    }

    public TelemetrySummary summary() {
        return database.single(Sql.of("SELECT (SELECT count(*) FROM telemetry_series), count(*), min(time), max(time) "
                + "FROM telemetry_sample"),
                row -> new TelemetrySummary(row.whole(1), row.whole(2),
                        row.value(3) == null ? null : row.time(3), row.value(4) == null ? null : row.time(4)));
    }

    /// Every file that was ever imported, oldest first, and what of it is still there.
    public List<LoadedTelemetry> imports() {
        return new LoadedFiles(database).all();
    }

    /// Everything that was repaired on the way in, oldest import first.
    public List<SeriesRepair> repairs() {
        return database.query(
                Sql.of("SELECT import_id, series_key, kind, sum(points), min(first_time), max(last_time) FROM telemetry_repair "
                        + "JOIN telemetry_series USING (series_id) GROUP BY ALL ORDER BY import_id, series_key, kind"),
                row -> new SeriesRepair(row.whole(1), row.text(2), Repair.valueOf(row.text(3)), row.whole(4),
                        row.time(5),
                        row.time(6)));
    }

    /// Data points that were not understood, the first thousand of each file of which something is still there.
    public List<RejectedPoint> rejects() {
        return database.query(Sql.of("SELECT import_id, file, line, reason, raw FROM telemetry_reject "
                + "ORDER BY import_id, file_id, line"),
                row -> new RejectedPoint(row.whole(1), row.text(2), row.whole(3), row.text(4),
                        row.text(5)));
    }
}
