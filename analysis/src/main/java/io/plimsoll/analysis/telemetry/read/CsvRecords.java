package io.plimsoll.analysis.telemetry.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Comma-separated records of RFC 4180 in UTF-8, one by one. Quotes may span lines; blank lines are skipped.
public final class CsvRecords {
    private static final int LONGEST = 1 << 20;

    private final BufferedReader reader;
    private final String file;
    private long line;
    private long recordLine;

    /// @param file for the sentences of failures
    public CsvRecords(InputStream in, String file) {
        this.file = file;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
    }

    /// Where the record that was read last begins, from 1.
    public long line() {
        return recordLine;
    }

    /// @return the fields, or null at the end
    /// @throws StepFailure FILE_ENCODING, FILE_TRUNCATED
    public @Nullable List<String> next() throws IOException {
        try {
            String text = reader.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = reader.readLine();
                line++;
            }
            if (text == null) {
                return null;
            }
            recordLine = line;
            return split(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw StepFailure.badInput("FILE_ENCODING", file + " is not UTF-8 text near line " + line + ".",
                    "Save it as UTF-8, then import it again.", e);
        }
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
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
    }

    private String continued(StringBuilder field) throws IOException {
        String text = reader.readLine();
        line++;
        if (text == null || field.length() > LONGEST) {
            throw StepFailure.badInput("FILE_TRUNCATED",
                    "In " + file + " a quote of the record at line " + recordLine + " is never closed.",
                    "The file is probably cut: copy or export it again.");
        }
        field.append('\n');
        return text;
    }
}
