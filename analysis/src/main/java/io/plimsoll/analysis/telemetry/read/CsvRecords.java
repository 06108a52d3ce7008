package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.TextLines;

/// Comma-separated records of RFC 4180 in UTF-8, one by one. Quotes may span lines; blank lines are skipped.
public final class CsvRecords {
    private static final int LONGEST = 1 << 20;

    private final TextLines lines;
    private final String file;
    private char delimiter = ',';
    private long recordLine;

    /// @param file for the sentences of failures
    public CsvRecords(InputStream in, String file) {
        this.file = file;
        this.lines = new TextLines(in, file, LONGEST);
    }

    /// From the next record on.
    void delimiter(char character) {
        delimiter = character;
    }

    /// Where the record that was read last begins, from 1.
    public long line() {
        return recordLine;
    }

    /// @return the fields, or null at the end
    /// @throws StepFailure FILE_ENCODING, FILE_TRUNCATED, FILE_DAMAGED
    public @Nullable List<String> next() throws IOException {
        byte[] bytes = lines.next();
        recordLine = lines.number();
        return bytes == null ? null : split(text(bytes));
    }

    private String text(byte[] bytes) {
        String text = TextLines.text(bytes);
        if (text == null) {
            throw StepFailure.badInput("FILE_ENCODING",
                    file + " is not UTF-8 text at line " + lines.number() + ".",
                    "Save it as UTF-8, then import it again.");
        }
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private List<String> split(String first) throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        String text = first;
        boolean quoted = false;
        int i = 0;
        while (true) {
            if (i == text.length()) {
                if (!quoted) {
                    fields.add(field.toString());
                    return fields;
                }
                text = continued(field);
                i = 0;
                continue;
            }
            char c = text.charAt(i++);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i < text.length() && text.charAt(i) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
    }

    private String continued(StringBuilder field) throws IOException {
        byte[] bytes = lines.read();
        if (bytes == null || field.length() > LONGEST) {
            throw StepFailure.badInput("FILE_TRUNCATED",
                    "In " + file + " a quote of the record at line " + recordLine + " is never closed.",
                    "The file is probably cut: copy or export it again.");
        }
        field.append('\n');
        return text(bytes);
    }
}
