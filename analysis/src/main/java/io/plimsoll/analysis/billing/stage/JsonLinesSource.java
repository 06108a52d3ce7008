package io.plimsoll.analysis.billing.stage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;
import io.plimsoll.analysis.workspace.StagingOutput;
import io.plimsoll.analysis.workspace.TextLines;

/// JSON objects, one a line, plain or packed. Keys differ from row to row, so all rows are read before the columns are known: they
/// are written down as they come, and filled up to the full width when they are read.
final class JsonLinesSource implements TextSource {
    private static final int MOST_COLUMNS = 2000;
    private static final int LONGEST_LINE = 1 << 19;
    private static final int MOST_MALFORMED = 100_000;
    /// Enough rows for every key that is not rare.
    private static final int LOOKED_AT = 1000;

    private final Path file;
    private final Path ragged;
    private final Path clean;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Reject> malformed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final String sha256;
    private final long size;
    private long rows;

    JsonLinesSource(Path file, Path clean, Progress progress, Cancellation cancellation) throws IOException {
        this.file = file;
        this.clean = clean;
        this.ragged = clean.resolveSibling(clean.getFileName() + ".ragged");
        try (ForeignInput in = ForeignInput.open(file, progress, cancellation);
                DataOutputStream out = new DataOutputStream(new StagingOutput(ragged))) {
            scan(new TextLines(in, file.toString(), LONGEST_LINE), out);
            in.checkUnchanged();
            this.sha256 = in.sha256();
            this.size = in.size();
        }
        if (rows == 0) {
            throw noRows(file);
        }
    }

    /// The keys of the first rows, without reading further.
    ///
    /// @throws StepFailure UNKNOWN_FORMAT, FILE_DAMAGED
    static Header look(Path file, Cancellation cancellation) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, cancellation)) {
            TextLines lines = new TextLines(in, file.toString(), LONGEST_LINE);
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                String text = TextLines.text(bytes);
                try {
                    names.addAll(text == null ? Set.of() : JsonRow.parse(text).keySet());
                } catch (JsonRow.NotJson e) {
                    // One row of many: the import keeps it as a reject.
                }
                if (lines.number() >= LOOKED_AT) {
                    break;
                }
            }
        }
        if (names.isEmpty()) {
            throw noRows(file);
        }
        checkWidth(names.size(), file);
        return new Header(List.copyOf(names));
    }

    private static StepFailure noRows(Path file) {
        return StepFailure.badInput("UNKNOWN_FORMAT", file + " does not hold one JSON object a line.",
                "Give a billing export in UTF-8: " + InputFiles.FORMATS + ".");
    }

    private static void checkWidth(int width, Path file) {
        if (width > MOST_COLUMNS) {
            throw StepFailure.badInput("UNKNOWN_FORMAT", file + " has more than " + MOST_COLUMNS + " different keys.",
                    "Give a provider's billing export, not a collection of other objects.");
        }
    }

    /// Whether the file's first character opens a JSON object.
    static boolean startsLikeJson(Path file) throws IOException {
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            int next = in.read();
            while (next == 0xEF || next == 0xBB || next == 0xBF || next == ' ' || next == '\n' || next == '\r') {
                next = in.read();
            }
            return next == '{';
        }
    }

    private void scan(TextLines lines, DataOutputStream out) throws IOException {
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            String text = TextLines.text(bytes);
            try {
                if (text == null) {
                    throw new JsonRow.NotJson("is not text in UTF-8");
                }
                byte[] row = row(lines.number(), JsonRow.parse(text));
                out.writeInt(columns.size());
                out.writeInt(row.length);
                out.write(row);
                rows++;
            } catch (JsonRow.NotJson e) {
                if (!lines.endedWithNewline()) {
                    throw StepFailure.badInput("FILE_TRUNCATED",
                            file + " ends in the middle of line " + lines.number() + ".",
                            "The file is not complete: download or copy it again.", e);
                }
                keep(new Reject(lines.number(), "The row " + e.getMessage(), text == null ? "" : text));
            }
        }
        if (!lines.endedWithNewline()) {
            warnings.add("The last line has no line break: check that the file is complete.");
        }
    }

    /// CSV of the columns that are known so far: nothing for null, everything else in quotes.
    private byte[] row(long line, Map<String, @Nullable String> values) throws IOException {
        values.keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
        checkWidth(columns.size(), file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.write(Long.toString(line).getBytes(StandardCharsets.US_ASCII));
        for (String name : columns.keySet()) {
            String value = values.get(name);
            bytes.write(',');
            if (value != null) {
                bytes.write(('"' + value.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void keep(Reject reject) {
        malformed.add(reject);
        if (malformed.size() > MOST_MALFORMED) {
            throw StepFailure.badInput("FILE_DAMAGED",
                    file + " has more than " + MOST_MALFORMED + " rows that are no JSON objects.",
                    "Export or download it again.");
        }
    }

    @Override
    public Header header() {
        return new Header(List.copyOf(columns.keySet()));
    }

    @Override
    public Content read(Cancellation cancellation) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(ragged), 1 << 16));
                OutputStream out = new StagingOutput(clean)) {
            for (long i = 0; i < rows; i++) {
                if ((i & 0xfff) == 0) {
                    cancellation.check();
                }
                int known = in.readInt();
                out.write(in.readNBytes(in.readInt()));
                for (int missing = columns.size() - known; missing > 0; missing--) {
                    out.write(',');
                }
                out.write('\n');
            }
        }
        Files.delete(ragged);
        return new Content(CsvSource.relation(clean, columns.size()), rows, malformed, sha256, size, warnings);
    }

    @Override
    public Map<Long, String> raw(Set<Long> wanted) throws IOException {
        Map<Long, String> found = new HashMap<>();
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            TextLines lines = new TextLines(in, file.toString(), LONGEST_LINE);
            for (byte[] bytes = lines.next(); bytes != null && found.size() < wanted.size(); bytes = lines.next()) {
                if (wanted.contains(lines.number())) {
                    found.put(lines.number(), Objects.requireNonNullElse(TextLines.text(bytes), ""));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(ragged);
        Files.deleteIfExists(clean);
    }
}
