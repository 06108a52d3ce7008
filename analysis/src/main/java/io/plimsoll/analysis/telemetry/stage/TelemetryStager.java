package io.plimsoll.analysis.telemetry.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.Stager;
import io.plimsoll.analysis.workspace.StagingLimits;

/// Reads telemetry files into a scratch engine, cleans them there, and writes `series`, `samples`, `repairs` and `rejects` as
/// Parquet.
///
/// Job: `{"files": [path...], "as": profile or "", "zone": of times without one or "", "at": of values without a time or "", "now":
/// the user's clock}`. Result: `{"read", "series", "samples", "derived", "rejected", "files": [...]}`.
public final class TelemetryStager implements Stager {
    public static final String ID = "telemetry";
    private static final List<String> CLEANING = List.of("clean-samples.sql", "counters.sql", "throttled-share.sql",
            "latency.sql", "repairs.sql", "series.sql");
    private static final List<String> OUTPUTS = List.of("series", "samples", "repairs", "rejects");
    /// How far clocks may be apart before a sample is from the future.
    private static final Duration SKEW = Duration.ofDays(1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress,
            Cancellation cancellation) {
        List<Path> files = Stager.paths(job.get("files"));
        ObjectNode result = JsonMapper.shared().createObjectNode();
        ArrayNode reports = result.putArray("files");
        try (Database scratch = Database.open(DatabaseConfig.inMemory(output.resolve("tmp"), limits.memoryBytes()))) {
            run(scratch, "scratch.sql", cancellation);
            long latest = Objects.requireNonNullElseGet(instant(job, "now"), Instant::now).plus(SKEW).toEpochMilli();
            scratch.write(transaction -> transaction.execute("INSERT INTO clock VALUES (?)", latest));
            SeriesList series = new SeriesList(latest);
            FileStaging staging = new FileStaging(scratch, series, output, limits.memoryBytes() / 4,
                    job.path("as").asString(""), zone(job), instant(job, "at"));
            int done = 0;
            for (List<Path> group : RollingLogs.of(files)) {
                Progress part = progress.part(0.8 * done / files.size(), 0.8 * (done + group.size()) / files.size());
                staging.read(group, part, cancellation).forEach(reports::add);
                done += group.size();
            }
            scratch.write(series::writeTo);
            progress.update("Cleaning samples", 0.85);
            CLEANING.forEach(step -> run(scratch, step, cancellation));
            progress.update("Writing", 0.95);
            for (String table : OUTPUTS) {
                scratch.execute(Sql.of("COPY (FROM " + Sql.quoted(table) + ") TO "
                        + Sql.literal(output.resolve(table + ".parquet").toString()) + " (FORMAT parquet)"),
                        cancellation);
            }
            count(scratch, result);
        }
        return result;
    }

    private static @Nullable ZoneId zone(JsonNode job) {
        String text = job.path("zone").asString("");
        return text.isEmpty() ? null : ZoneId.of(text);
    }

    private static @Nullable Instant instant(JsonNode job, String name) {
        String text = job.path(name).asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static void run(Database scratch, String resource, Cancellation cancellation) {
        for (String statement : Sql.text(TelemetryStager.class, resource).split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                scratch.execute(Sql.of(statement), cancellation);
            }
        }
    }

    private static void count(Database scratch, ObjectNode result) {
        long read = 0;
        long rejected = 0;
        for (JsonNode file : result.get("files")) {
            read += file.get("read").asLong();
            rejected += file.get("rejected").asLong();
        }
        result.put("read", read).put("rejected", rejected);
        result.put("series", rows(scratch, "series"));
        result.put("samples", rows(scratch, "samples"));
        result.put("derived", rows(scratch, "throttled_share") + rows(scratch, "latency_value"));
    }

    private static long rows(Database scratch, String table) {
        return scratch.single(Sql.of("SELECT count(*) FROM " + Sql.quoted(table)), row -> row.whole(1));
    }
}
