package io.plimsoll.analysis.billing.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// The lines of a foreign text file with their numbers; blank ones are skipped. Holds one line in memory.
final class TextLines {
    private static final int LONGEST = 1 << 19;

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line;
    private boolean endedWithNewline = true;

    TextLines(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /// The number of the line that `next` gave last, from 1.
    long number() {
        return line;
    }

    /// Whether the last line read ended with a line break.
    boolean endedWithNewline() {
        return endedWithNewline;
    }

    /// The next line that is not blank, without its line break; null at the end.
    ///
    /// @throws StepFailure FILE_DAMAGED if a line has no end
    byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] bytes = read();
            if (bytes == null || !isBlank(bytes)) {
                return bytes;
            }
        }
    }

    private byte @Nullable [] read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        while (true) {
            if (position >= limit) {
                position = 0;
                limit = in.readNBytes(buffer, 0, buffer.length);
                if (limit == 0) {
                    endedWithNewline = bytes.size() == 0 && endedWithNewline;
                    return bytes.size() == 0 ? null : ended(bytes);
                }
            }
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            bytes.write(buffer, from, position - from);
            if (bytes.size() > LONGEST) {
                throw StepFailure.badInput("FILE_DAMAGED",
                        "In " + file + " line " + (line + 1) + " is longer than half a million characters.",
                        "Export the file again, one JSON object a line.");
            }
            if (position < limit) {
                position++;
                endedWithNewline = true;
                return ended(bytes);
            }
        }
    }

    private byte[] ended(ByteArrayOutputStream bytes) {
        byte[] content = bytes.toByteArray();
        boolean mark = ++line == 1 && content.length >= 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return mark ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /// The line as text, or null if it is not UTF-8.
    static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
