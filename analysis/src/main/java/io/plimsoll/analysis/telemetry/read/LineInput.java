package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// One line of a file at a time, as a stream that ends where the line does: no line is in memory as a whole, however long it is.
/// One thread.
final class LineInput extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;
    private long line;

    LineInput(InputStream in) {
        this.in = in;
    }

    /// Goes to the next line that is not empty, passing over what is left of the present one.
    ///
    /// @return false at the end of the file
    boolean next() throws IOException {
        if (line > 0) {
            skipLine();
        }
        while (true) {
            line++;
            ended = false;
            if (position >= limit && !fill()) {
                return false;
            }
            if (buffer[position] == '\n' || buffer[position] == '\r' && peekNewline()) {
                skipLine();
            } else {
                return true;
            }
        }
    }

    private boolean peekNewline() throws IOException {
        compact();
        return position + 1 < limit && buffer[position + 1] == '\n';
    }

    /// The number of the present line, from 1.
    long line() {
        return line;
    }

    /// How the present line begins, without consuming it.
    String head(int bytes) throws IOException {
        if (limit - position < bytes) {
            compact();
        }
        int end = position;
        while (end < limit && end - position < bytes && buffer[end] != '\n') {
            end++;
        }
        return new String(buffer, position, end - position, StandardCharsets.UTF_8);
    }

    private void compact() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        limit += in.readNBytes(buffer, limit, buffer.length - limit);
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = in.readNBytes(buffer, 0, buffer.length);
        return limit > 0;
    }

    private void skipLine() throws IOException {
        if (ended) {
            return;
        }
        while (position < limit || fill()) {
            if (buffer[position++] == '\n') {
                return;
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (ended || position >= limit && !fill()) {
            return -1;
        }
        int count = 0;
        while (count < length && position < limit) {
            byte each = buffer[position++];
            if (each == '\n') {
                ended = true;
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = each;
        }
        return count;
    }
}
