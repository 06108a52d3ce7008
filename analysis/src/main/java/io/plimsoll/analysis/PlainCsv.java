package io.plimsoll.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// A comma-separated file with a header, whole in memory: for commands on plain files.
///
/// @param file    where it was read from
/// @param columns names in order
/// @param rows    as many cells as there are columns
record PlainCsv(Path file, List<String> columns, List<List<String>> rows) {
    /// @param file also gzipped
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_BOMB, CSV_ROW
    static PlainCsv read(Path file) {
        try (InputStream text = ForeignInput.open(file, Progress.NONE, Cancellation.never());
                Reader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            List<List<String>> records = records(reader);
            if (records.isEmpty()) {
                throw StepFailure.badInput("FILE_EMPTY", file + " is empty.", "Give a file with a header line.");
            }
            List<String> columns = records.removeFirst();
            for (int i = 0; i < records.size(); i++) {
                if (records.get(i).size() != columns.size()) {
                    throw StepFailure.badInput("CSV_ROW",
                            "Record " + (i + 2) + " of " + file + " has " + records.get(i).size()
                                    + " cells, the header has " + columns.size() + ".",
                            "Correct that line.");
                }
            }
            return new PlainCsv(file, columns, records);
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_DAMAGED", file + " can't be read: " + e.getMessage(), "Get it again.", e);
        }
    }

    /// @throws StepFailure CSV_COLUMN
    int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw StepFailure.badInput("CSV_COLUMN", file + " has no column " + name + ".",
                    "It has: " + String.join(", ", columns));
        }
        return index;
    }

    /// As `column`, in capitals or not.
    ///
    /// @throws StepFailure CSV_COLUMN
    int columnInAnyCase(String name) {
        return columns.stream().filter(name::equalsIgnoreCase).findFirst().map(this::column)
                .orElseGet(() -> column(name));
    }

    private static List<List<String>> records(Reader reader) throws IOException {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (quoted) {
                if (c != '"') {
                    cell.append((char) c);
                } else {
                    reader.mark(1);
                    int next = reader.read();
                    quoted = next == '"';
                    if (quoted) {
                        cell.append('"');
                    } else if (next >= 0) {
                        reader.reset();
                    }
                }
                continue;
            }
            any = true;
            switch (c) {
                case '"' -> quoted = true;
                case ',' -> end(record, cell);
                case '\r', '\uFEFF' -> {
                    // A line's other half, or the byte order mark: no part of a cell.
                }
                case '\n' -> {
                    end(record, cell);
                    add(records, record);
                    record = new ArrayList<>();
                    any = false;
                }
                default -> cell.append((char) c);
            }
        }
        if (any) {
            end(record, cell);
            add(records, record);
        }
        return records;
    }

    private static void end(List<String> record, StringBuilder cell) {
        record.add(cell.toString());
        cell.setLength(0);
    }

    /// An empty line is no record.
    private static void add(List<List<String>> records, List<String> record) {
        if (record.size() > 1 || !record.getFirst().isEmpty()) {
            records.add(record);
        }
    }
}
