package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Inflates all members of a gzip file, strictly (RFC 1952).
///
/// The JDK's own stream takes a broken or cut second member for the end of the file and says nothing; here that is a
/// failure. Only zero bytes may follow the last member.
final class GzipMembers implements Unpacker {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Path source;
    private final byte[] input = new byte[1 << 16];
    private final CRC32 crc = new CRC32();
    private @Nullable Inflater inflater;
    private int position;
    private int limit;
    private long consumed;

    GzipMembers(InputStream in, Path source) {
        this.in = in;
        this.source = source;
    }

    @Override
    public long consumed() {
        return consumed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            while (true) {
                Inflater current = inflater;
                if (current == null) {
                    if (!nextMember()) {
                        return -1;
                    }
                    continue;
                }
                int count = current.inflate(buffer, offset, length);
                if (count > 0) {
                    crc.update(buffer, offset, count);
                    return count;
                }
                if (current.finished()) {
                    endMember(current);
                } else if (current.needsInput()) {
                    position = limit;
                    if (!fill()) {
                        throw damaged("it ends in the middle", null);
                    }
                    current.setInput(input, 0, limit);
                } else {
                    throw damaged("it asks for a dictionary", null);
                }
            }
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean nextMember() throws IOException {
        int first = next();
        if (consumed > 1 && first == 0) {
            while (first == 0) {
                first = next();
            }
            if (first >= 0) {
                throw damaged("foreign bytes follow its end", null);
            }
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1f || must() != 0x8b || must() != 8) {
            throw damaged("foreign bytes follow its end", null);
        }
        int flags = must();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(must() | must() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        Inflater next = new Inflater(true);
        next.setInput(input, position, limit - position);
        crc.reset();
        inflater = next;
        return true;
    }

    private void endMember(Inflater done) throws IOException {
        position = limit - done.getRemaining();
        long length = done.getBytesWritten();
        done.end();
        inflater = null;
        if (number() != crc.getValue()) {
            throw damaged("its check sum does not match", null);
        }
        if (number() != (length & 0xffffffffL)) {
            throw damaged("its length does not match", null);
        }
    }

    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) must() << shift;
        }
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            must();
        }
    }

    private void skipText() throws IOException {
        while (must() != 0) {
            // The stored name is of no use to anyone.
        }
    }

    private int must() throws IOException {
        int value = next();
        if (value < 0) {
            throw damaged("it ends in the middle", null);
        }
        return value;
    }

    private int next() throws IOException {
        return position < limit || fill() ? input[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        int count = in.read(input);
        position = 0;
        limit = Math.max(0, count);
        consumed += limit;
        return count > 0;
    }

    private StepFailure damaged(String how, @Nullable Throwable cause) {
        return ForeignInput.damaged(source, how, cause);
    }

    /// Frees the native inflater of a member that was not read to its end.
    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
    }
}
