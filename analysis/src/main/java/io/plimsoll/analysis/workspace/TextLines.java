package io.plimsoll.analysis.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// The lines of a foreign text file with their numbers, one in memory. One thread.
public final class TextLines {

    private final InputStream in;
    private final String file;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line;
    private boolean endedWithNewline = true;

    /// @param file    for messages
    /// @param longest bytes that a line may have
    public TextLines(InputStream in, String file, int longest) {
        this.in = in;
        this.file = file;
        this.longest = longest;
    }

    /// The number of the line that `next` gave last, from 1.
    public long number() {
        return line;
    }

    /// Whether the last line read ended with a line break.
    public boolean endedWithNewline() {
        return endedWithNewline;
    }

    /// The next line that is not blank, without its line break; null at the end.
    ///
    /// @throws StepFailure FILE_DAMAGED if a line has no end
    public byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] bytes = read();
            if (bytes == null || !isBlank(bytes)) {
                return bytes;
            }
        }
    }

    /// The next line, blank or not, without its line break; null at the end.
    ///
    /// @throws StepFailure FILE_DAMAGED if a line has no end
    public byte @Nullable [] read() throws IOException {
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
            if (bytes.size() > longest) {
                throw StepFailure.badInput("FILE_DAMAGED",
                        "In " + file + " line " + (line + 1) + " is longer than " + (longest >> 10) + " KiB.",
                        "Export the file again; it is damaged, or no line of it ends.");
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
    public static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
