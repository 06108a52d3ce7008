package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;
import io.plimsoll.analysis.workspace.StagingOutput;

/// A CSV file, plain or gzip. It is rewritten into a spelling that leaves the engine nothing to guess, each record with its line
/// number in front; what is no record of the right width is kept apart.
final class CsvSource implements TextSource {
    private static final int MOST_COLUMNS = 2000;
    private static final int MOST_MALFORMED = 100_000;

    private final Path file;
    private final Path clean;
    private final Path few;
    private final ForeignInput in;
    private final CsvScanner scanner;
    private final CsvRecord row = new CsvRecord();
    private final Header header;

    CsvSource(Path file, Path clean, Progress progress, Cancellation cancellation) throws IOException {
        this.file = file;
        this.clean = clean;
        this.few = clean.resolveSibling("few-" + clean.getFileName());
        this.in = ForeignInput.open(file, progress, cancellation);
        try {
            this.scanner = new CsvScanner(in, file.toString());
            this.header = readHeader();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private Header readHeader() throws IOException {
        if (!scanner.next(row)) {
            throw StepFailure.badInput("FILE_EMPTY", file + " has no rows.", "Export or download it again.");
        }
        if (row.malformed || !row.isText() || row.fields > MOST_COLUMNS) {
            throw StepFailure.badInput("UNKNOWN_FORMAT", file + " does not start with a line of column names.",
                    "Give a billing export in UTF-8: " + InputFiles.FORMATS + ".");
        }
        return new Header(row.values().stream().map(String::strip).toList());
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Content read(Cancellation cancellation) throws IOException {
        int width = header.names().size();
        long rows = 0;
        List<Reject> malformed = new ArrayList<>();
        try (OutputStream out = new StagingOutput(clean)) {
            while (scanner.next(row)) {
                if ((rows & 0xfff) == 0) {
                    cancellation.check();
                }
                if (row.fields != width && !scanner.endedWithNewline()) {
                    throw StepFailure.badInput("FILE_TRUNCATED",
                            file + " ends in the middle of line " + row.line + ".",
                            "The file is not complete: download or copy it again.");
                }
                String problem = problem(width);
                if (problem.isEmpty()) {
                    row.write(out);
                    rows++;
                } else {
                    keep(malformed, problem);
                }
            }
        }
        in.checkUnchanged();
        return new Content(relation(clean, width), rows, malformed, in.sha256(), in.size(), warnings());
    }

    private String problem(int width) {
        if (row.fields != width) {
            return "has " + row.fields + " columns instead of " + width;
        }
        if (row.malformed) {
            return "has text after a closing quote";
        }
        return row.isText() ? "" : "is not text in UTF-8";
    }

    private void keep(List<Reject> malformed, String problem) {
        malformed.add(new Reject(row.line, "The row " + problem, row.text()));
        if (malformed.size() > MOST_MALFORMED) {
            throw StepFailure.badInput("FILE_DAMAGED",
                    file + " has more than " + MOST_MALFORMED + " rows that are not CSV of its header's width.",
                    "Export or download it again.");
        }
    }

    private List<String> warnings() {
        return scanner.endedWithNewline()
                ? List.of()
                : List.of("The last line has no line break: check that the file is complete.");
    }

    /// @param clean rows that this class or its like has written, the line number first
    static String relation(Path clean, int width) {
        String columns = IntStream.range(0, width).mapToObj(i -> "'" + Header.identifier(i) + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return "read_csv(" + Sql.literal(clean.toString()) + ", auto_detect = false, header = false, delim = ',', "
                + "quote = '\"', escape = '\"', new_line = '\\n', strict_mode = true, "
                + "nullstr = ['', 'NULL', 'null', '(null)'], allow_quoted_nulls = false, "
                + "columns = {'line': 'BIGINT', " + columns + "})";
    }

    /// Samples stand early in a file, and finding them there is much less than reading all of it once more.
    @Override
    public String rows(Content content, Set<Long> lines) throws IOException {
        try (OutputStream out = new StagingOutput(few)) {
            for (Map.Entry<Long, String> row : raw(lines).entrySet()) {
                out.write((row.getKey() + "," + row.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return relation(few, header.names().size());
    }

    @Override
    public Map<Long, String> raw(Set<Long> lines) throws IOException {
        Map<Long, String> found = new HashMap<>();
        try (InputStream again = Files.newInputStream(clean)) {
            CsvScanner rescan = new CsvScanner(again, clean.toString());
            while (found.size() < lines.size() && rescan.next(row)) {
                String text = row.text();
                int comma = text.indexOf(',');
                long line = Long.parseLong(text.substring(0, comma));
                if (lines.contains(line)) {
                    found.put(line, text.substring(comma + 1));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        in.close();
        Files.deleteIfExists(clean);
        Files.deleteIfExists(few);
    }
}
