package io.plimsoll.analysis.telemetry.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.Readers;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.workspace.ForeignFile;
import io.plimsoll.analysis.workspace.Stager;
import io.plimsoll.analysis.workspace.StagingLimits;

/// Reads telemetry files into a scratch engine, cleans them there, and writes `series`, `samples`, `repairs` and `rejects` as
/// Parquet.
///
/// Job: `{"files": [path...], "as": profile or ""}`. Result: `{"read", "series", "samples", "derived", "rejected", "files":
/// [...]}`.
public final class TelemetryStager implements Stager {
    public static final String ID = "telemetry";
    private static final List<String> CLEANING = List.of("clean-samples.sql", "counters.sql", "throttled-share.sql",
            "repairs.sql", "series.sql");
    private static final List<String> OUTPUTS = List.of("series", "samples", "repairs", "rejects");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress,
            Cancellation cancellation) {
        List<Path> files = new ArrayList<>();
        job.get("files").forEach(file -> files.add(Path.of(file.asString())));
        ObjectNode result = JsonMapper.shared().createObjectNode();
        ArrayNode reports = result.putArray("files");
        SeriesList series = new SeriesList();
        try (Database scratch = Database.open(DatabaseConfig.inMemory(output.resolve("tmp"), limits.memoryBytes()))) {
            run(scratch, "scratch.sql", cancellation);
            for (int i = 0; i < files.size(); i++) {
                Progress part = progress.part(0.8 * i / files.size(), 0.8 * (i + 1) / files.size());
                reports.add(
                        read(files.get(i), job.path("as").asString(""), output, scratch, series, part, cancellation));
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

    private static void run(Database scratch, String resource, Cancellation cancellation) {
        for (String statement : Sql.text(TelemetryStager.class, resource).split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                scratch.execute(Sql.of(statement), cancellation);
            }
        }
    }

    private static ObjectNode read(Path file, String profile, Path output, Database scratch, SeriesList series,
            Progress progress, Cancellation cancellation) {
        ForeignFile staged = ForeignFile.open(file, output, progress.part(0, 0.3), cancellation);
        TelemetryReader reader = profile.isEmpty() ? recognised(staged) : Readers.byId(profile);
        ObjectNode report = JsonMapper.shared().createObjectNode();
        scratch.inTransaction(transaction -> {
            List<ScratchRows> sinks = new ArrayList<>();
            transaction.append("raw_sample", rows -> {
                ScratchRows sink = new ScratchRows(file.toString(), baseName(staged.name()), staged.contentSize(), rows,
                        series, progress.part(0.3, 1), cancellation);
                sinks.add(sink);
                try (InputStream in = Files.newInputStream(staged.content())) {
                    reader.read(in, file.toString(), sink);
                } catch (IOException e) {
                    throw StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + file + ": " + e.getMessage(),
                            "Check that the disk it lies on is there.", e);
                }
            });
            ScratchRows sink = sinks.getFirst();
            transaction.append("rejects", rows -> sink.rejects().forEach(
                    reject -> rows.row(reject.number(), reject.file(), reject.line(), reject.reason(),
                            reject.content())));
            report.put("file", file.toString()).put("profile", reader.id()).put("sha256", staged.sha256())
                    .put("bytes", staged.size()).put("read", sink.read()).put("rejected", sink.rejected());
            sink.notes().forEach(report.putArray("notes")::add);
            return true;
        }, cancellation);
        staged.checkUnchanged();
        discardCopy(staged);
        return report;
    }

    private static TelemetryReader recognised(ForeignFile staged) {
        try (InputStream in = Files.newInputStream(staged.content())) {
            return Readers.recognise(in).orElseThrow(() -> Readers.unknown(staged.source().toString()));
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + staged.source() + ".",
                    "Check that the disk it lies on is there.", e);
        }
    }

    private static void discardCopy(ForeignFile staged) {
        if (staged.content().equals(staged.source())) {
            return;
        }
        try {
            Files.delete(staged.content());
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't remove " + staged.content() + ".",
                    "Check that the folder belongs to you and no other program uses it.", e);
        }
    }

    private static String baseName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
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
        result.put("derived", rows(scratch, "throttled_share"));
    }

    private static long rows(Database scratch, String table) {
        return scratch.single(Sql.of("SELECT count(*) FROM " + Sql.quoted(table)), row -> row.whole(1));
    }
}
