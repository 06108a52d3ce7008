package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A compressed file that is a row of blocks, each of which says its length.
abstract class BlockUnpacker implements Unpacker {
    /// More than any writer of these formats uses.
    static final int LARGEST_BLOCK = 32 << 20;

    private final InputStream in;
    final Path source;
    private long consumed;
    private byte[] block = {};
    private int position;
    private int length;

    BlockUnpacker(InputStream in, Path source) {
        this.in = in;
        this.source = source;
    }

    /// Unpacks the next block into `give`.
    ///
    /// @return false at the end of the file
    abstract boolean next() throws IOException;

    /// @param bytes of which the first `count` are the block
    final void give(byte[] bytes, int count) {
        block = bytes;
        position = 0;
        length = count;
    }

    @Override
    public final int read(byte[] buffer, int offset, int wanted) throws IOException {
        while (position == length) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(wanted, length - position);
        System.arraycopy(block, position, buffer, offset, count);
        position += count;
        return count;
    }

    /// @return null at the end of the file
    final byte @Nullable [] takeOrEnd(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        consumed += bytes.length;
        if (bytes.length == 0) {
            return null;
        }
        if (bytes.length < count) {
            throw ForeignInput.damaged(source, "it ends in the middle", null);
        }
        return bytes;
    }

    final byte[] take(int count) throws IOException {
        if (count < 0 || count > LARGEST_BLOCK) {
            throw ForeignInput.damaged(source, "a block says that it has " + count + " bytes", null);
        }
        byte[] bytes = takeOrEnd(count);
        if (bytes == null && count > 0) {
            throw ForeignInput.damaged(source, "it ends in the middle", null);
        }
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public final long consumed() {
        return consumed;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
