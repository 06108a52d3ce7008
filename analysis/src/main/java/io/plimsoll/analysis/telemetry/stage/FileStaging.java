package io.plimsoll.analysis.telemetry.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.RowAppender;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.FileHead;
import io.plimsoll.analysis.telemetry.read.Readers;
import io.plimsoll.analysis.telemetry.read.Source;
import io.plimsoll.analysis.telemetry.read.TelemetryReader;
import io.plimsoll.analysis.workspace.ForeignFile;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Puts the data points of files into the scratch engine.
///
/// @param output  the job's folder, for copies that are removed again
/// @param memory  bytes for the engine that reads Parquet
/// @param profile how to read all files, empty to recognise each
record FileStaging(Database scratch, SeriesList series, Path output, long memory, String profile,
        @Nullable ZoneId zone, @Nullable Instant at) {
    /// Reads files that belong together as one.
    ///
    /// @return a report for each; all data points are counted in the first
    List<ObjectNode> read(List<Path> group, Progress progress, Cancellation cancellation) {
        List<ForeignFile> staged = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            staged.add(ForeignFile.open(group.get(i), output,
                    progress.part(0.3 * i / group.size(), 0.3 * (i + 1) / group.size()), cancellation));
        }
        List<ObjectNode> reports = new ArrayList<>();
        try (Content content = content(staged, progress.part(0.3, 1), cancellation)) {
            scratch.inTransaction(transaction -> reports.add(first(content, staged, transaction, cancellation)),
                    cancellation);
            for (ForeignFile part : staged.subList(1, staged.size())) {
                series.nextFile();
                ObjectNode report = report(part, content.reader.id(), 0, 0);
                report.putArray("notes").add("read as a later part of " + staged.getFirst().source().getFileName()
                        + ", where its data points are counted");
                reports.add(report);
            }
        } catch (IOException e) {
            throw ForeignInput.notReadable(group.getFirst(), e);
        }
        for (ForeignFile part : staged) {
            part.checkUnchanged();
            discard(part);
        }
        return reports;
    }

    private ObjectNode first(Content content, List<ForeignFile> staged, Transaction transaction,
            Cancellation cancellation) {
        ForeignFile file = staged.getFirst();
        ScratchRows[] sinks = new ScratchRows[1];
        transaction.append("raw_sample", rows -> sinks[0] = fill(content, file, rows, cancellation));
        ScratchRows sink = sinks[0];
        transaction.append("rejects", rows -> sink.rejects().forEach(reject -> rows.row(reject.number(), reject.file(),
                reject.line(), reject.reason(), reject.content())));
        ObjectNode report = report(file, content.reader.id(), sink.read(), sink.rejected());
        sink.notes().forEach(report.putArray("notes")::add);
        return report;
    }

    private ScratchRows fill(Content content, ForeignFile file, RowAppender rows, Cancellation cancellation) {
        ScratchRows sink = new ScratchRows(file.source().toString(), baseName(file.name()), rows, series, cancellation);
        try {
            content.reader.read(content.in, new Source(file.source().toString(), zone, at), sink);
        } catch (IOException e) {
            throw ForeignInput.notReadable(file.source(), e);
        }
        return sink;
    }

    private static ObjectNode report(ForeignFile file, String profile, long read, long rejected) {
        return JsonMapper.shared().createObjectNode().put("file", file.source().toString()).put("profile", profile)
                .put("sha256", file.sha256()).put("bytes", file.size()).put("read", read).put("rejected", rejected);
    }

    private Content content(List<ForeignFile> staged, Progress progress, Cancellation cancellation) throws IOException {
        ForeignFile file = staged.getFirst();
        FileHead head = FileHead.of(file.content(), cancellation);
        head.check(file.source());
        TelemetryReader reader = profile.isEmpty() ? head.readerOrFailure(file.source()) : Readers.byId(profile);
        if (head.isParquet()) {
            Path csv = output.resolve(UUID.randomUUID() + ".csv");
            ParquetCsv.write(file.content(), file.source(), csv, memory, cancellation);
            return new Content(reader, input(List.of(csv), file.name(), progress, cancellation), csv);
        }
        return new Content(reader, input(staged.stream().map(ForeignFile::content).toList(), file.name(), progress,
                cancellation), null);
    }

    private static InputStream input(List<Path> files, String name, Progress progress, Cancellation cancellation)
            throws IOException {
        List<InputStream> parts = new ArrayList<>();
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
            parts.add(Files.newInputStream(file));
            // The last line of a part may lack its end.
            parts.add(new ByteArrayInputStream(new byte[]{'\n'}));
        }
        InputStream all = files.size() == 1
                ? parts.getFirst()
                : new SequenceInputStream(Collections.enumeration(parts));
        return new CountedInput(all, name, size, progress, cancellation);
    }

    private static void discard(ForeignFile staged) {
        if (!staged.content().equals(staged.source())) {
            delete(staged.content());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't remove " + file + ".",
                    "Check that the folder belongs to you and no other program uses it.", e);
        }
    }

    private static String baseName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// What is read, and a copy that goes afterwards.
    private record Content(TelemetryReader reader, InputStream in, @Nullable Path copy) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            in.close();
            if (copy != null) {
                delete(copy);
            }
        }
    }
}
