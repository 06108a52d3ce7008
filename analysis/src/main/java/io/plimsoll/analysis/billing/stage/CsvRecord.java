package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One CSV record while it is read: its bytes in a spelling that every parser reads alike.
final class CsvRecord {
    private byte[] bytes = new byte[1 << 12];
    private int length;
    private int fieldStart;
    private boolean escapeField;

    long line;
    int fields;
    boolean malformed;

    void start(long atLine) {
        line = atLine;
        length = 0;
        fields = 0;
        malformed = false;
        startField();
    }

    void startField() {
        fieldStart = length;
        escapeField = false;
    }

    /// Whether anything of the current field was read already: its quoted part.
    boolean fieldHasContent() {
        return length > fieldStart;
    }

    int length() {
        return length;
    }

    boolean isBlank() {
        return fields == 1 && length == 0;
    }

    void add(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void add(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /// Says that the unquoted field holds a quote or a carriage return, which only a quoted one may.
    void escapeField() {
        escapeField = true;
    }

    void endField() {
        if (escapeField) {
            byte[] plain = Arrays.copyOfRange(bytes, fieldStart, length);
            length = fieldStart;
            add('"');
            for (byte each : plain) {
                if (each == '"') {
                    add('"');
                }
                add(each);
            }
            add('"');
        }
        fields++;
    }

    /// Whether it is text: UTF-8, and no NUL.
    boolean isText() {
        int all = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return false;
            }
            all |= bytes[i];
        }
        if (all >= 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Writes the record with its line number as an additional first field.
    void write(OutputStream out) throws IOException {
        out.write(Long.toString(line).getBytes(StandardCharsets.US_ASCII));
        out.write(',');
        out.write(bytes, 0, length);
        out.write('\n');
    }

    /// The fields' values, quotes resolved.
    List<String> values() {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String all = text();
        boolean quoted = false;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
