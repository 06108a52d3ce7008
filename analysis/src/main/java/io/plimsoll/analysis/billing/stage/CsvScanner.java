package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.InputStream;

import io.plimsoll.analysis.task.StepFailure;

/// Splits CSV (RFC 4180: comma, double quote) into records and knows the line on which each starts.
///
/// Lines end with LF or CRLF; a lone CR is content. Blank lines are skipped. A stray quote inside an unquoted field is
/// content; text after a closing quote makes the record malformed.
final class CsvScanner {
    /// A record this long is a quote that was never closed.
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private boolean endedWithNewline = true;

    CsvScanner(InputStream in, String file) throws IOException {
        this.in = in;
        this.file = file;
        skipByteOrderMark();
    }

    /// Whether the last record read ended with a line break.
    boolean endedWithNewline() {
        return endedWithNewline;
    }

    /// Reads the next record that is not a blank line.
    ///
    /// @return false at the end of the file
    /// @throws StepFailure FILE_TRUNCATED if the file ends inside a quoted field, FILE_DAMAGED if a record has no end
    boolean next(CsvRecord row) throws IOException {
        do {
            if (peek() < 0) {
                return false;
            }
            row.start(line);
            while (field(row)) {
                row.add(',');
                row.startField();
            }
        } while (row.isBlank());
        return true;
    }

    /// @return whether another field follows in this record
    private boolean field(CsvRecord row) throws IOException {
        if (peek() == '"') {
            quoted(row);
        }
        return unquoted(row);
    }

    /// From an opening to its closing quote, both included.
    private void quoted(CsvRecord row) throws IOException {
        row.add(buffer[position++]);
        while (true) {
            if (peek() < 0) {
                throw StepFailure.badInput("FILE_TRUNCATED",
                        file + " ends inside the quoted field of line " + row.line + ".",
                        "The file is not complete: download or copy it again.");
            }
            int from = position;
            while (position < limit && buffer[position] != '"') {
                if (buffer[position] == '\n') {
                    line++;
                }
                position++;
            }
            row.add(buffer, from, position - from);
            checkLength(row);
            if (position < limit) {
                row.add(buffer[position++]);
                if (peek() != '"') {
                    return;
                }
                row.add(buffer[position++]);
            }
        }
    }

    /// Up to the next comma or line break; after a quoted field that must come at once.
    private boolean unquoted(CsvRecord row) throws IOException {
        boolean afterQuote = row.fieldHasContent();
        while (true) {
            int from = position;
            while (position < limit && !isSpecial(buffer[position])) {
                position++;
            }
            row.add(buffer, from, position - from);
            row.malformed |= afterQuote && position > from;
            checkLength(row);
            int next = peek();
            if (next < 0 || next == ',' || next == '\n') {
                return endField(row, next);
            }
            if (next == '\r' || next == '"') {
                position++;
                if (next == '\r' && peek() == '\n') {
                    return endField(row, '\n');
                }
                row.add(next);
                row.escapeField();
                row.malformed |= afterQuote;
            }
        }
    }

    private boolean endField(CsvRecord row, int end) {
        row.endField();
        if (end >= 0) {
            position++;
        }
        if (end == '\n') {
            line++;
        }
        endedWithNewline = end == '\n';
        return end == ',';
    }

    private static boolean isSpecial(byte value) {
        return value == ',' || value == '\n' || value == '\r' || value == '"';
    }

    private void checkLength(CsvRecord row) {
        if (row.length() > LONGEST) {
            throw StepFailure.badInput("FILE_DAMAGED",
                    "In " + file + " the row of line " + row.line + " is longer than a million characters.",
                    "A quote there is probably never closed. Export the file again, or repair that line.");
        }
    }

    private void skipByteOrderMark() throws IOException {
        peek();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /// The next byte without taking it, -1 at the end.
    private int peek() throws IOException {
        while (position >= limit) {
            position = 0;
            limit = in.readNBytes(buffer, 0, buffer.length);
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position] & 0xff;
    }
}
