package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import io.airlift.compress.snappy.SnappyDecompressor;

import io.plimsoll.analysis.task.StepFailure;

/// Unpacks the stream format of snappy-java, in which Spark writes `.snappy` event logs: a header of 16 bytes, then blocks with their
/// packed length. The format has no check sums.
final class SnappyBlocks extends BlockUnpacker {
    private static final byte[] MAGIC = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};
    private static final int HEADER = 16;

    private final SnappyDecompressor decompressor = new SnappyDecompressor();
    private boolean begun;

    SnappyBlocks(InputStream in, Path source) {
        super(in, source);
    }

    static boolean begins(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    boolean next() throws IOException {
        if (!begun) {
            begun = true;
            take(HEADER);
        }
        byte[] length = takeOrEnd(4);
        if (length == null) {
            return false;
        }
        if (length[0] == MAGIC[0] && length[1] == MAGIC[1]) {
            // Another stream behind the first: the rest of its header.
            take(HEADER - 4);
            return next();
        }
        byte[] content = take(ByteBuffer.wrap(length).getInt());
        try {
            int plain = SnappyDecompressor.getUncompressedLength(content, 0);
            if (plain < 0 || plain > LARGEST_BLOCK) {
                throw ForeignInput.damaged(source, "a block says that it has " + plain + " bytes", null);
            }
            byte[] bytes = new byte[plain];
            give(bytes, decompressor.decompress(content, 0, content.length, bytes, 0, plain));
        } catch (RuntimeException e) {
            throw e instanceof StepFailure failure
                    ? failure
                    : ForeignInput.damaged(source, String.valueOf(e.getMessage()), e);
        }
        return true;
    }
}
