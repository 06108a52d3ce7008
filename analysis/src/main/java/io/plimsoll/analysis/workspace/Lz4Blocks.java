package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import io.airlift.compress.lz4.Lz4Decompressor;

/// Unpacks the block format of lz4-java, in which Spark writes `.lz4` event logs: `LZ4Block`, a byte for the method, both lengths, and a
/// check sum that is verified. It is not the frame format of the `lz4` command.
final class Lz4Blocks extends BlockUnpacker {
    private static final byte[] MAGIC = "LZ4Block".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + 13;
    private static final int STORED = 0x10;
    private static final int PACKED = 0x20;
    private static final int SEED = 0x9747b28c;
    /// lz4-java keeps 28 bits of the sum.
    private static final int SUM_BITS = 0xfffffff;

    private final Lz4Decompressor decompressor = new Lz4Decompressor();

    Lz4Blocks(InputStream in, Path source) {
        super(in, source);
    }

    static boolean begins(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    boolean next() throws IOException {
        byte[] header = takeOrEnd(HEADER);
        if (header == null) {
            return false;
        }
        if (!begins(header)) {
            throw ForeignInput.damaged(source, "a block does not begin as one", null);
        }
        ByteBuffer fields = ByteBuffer.wrap(header, MAGIC.length, 13).order(ByteOrder.LITTLE_ENDIAN);
        int method = fields.get() & 0xf0;
        int packed = fields.getInt();
        int plain = fields.getInt();
        int sum = fields.getInt();
        if (plain < 0 || plain > LARGEST_BLOCK || packed < 0 || method != STORED && method != PACKED
                || method == STORED && packed != plain) {
            throw ForeignInput.damaged(source, "a block's header contradicts itself", null);
        }
        byte[] content = take(packed);
        byte[] bytes = method == STORED ? content : unpack(content, plain);
        // The mark of the end is an empty block; another stream may follow.
        if (plain > 0 && (XxHash32.of(bytes, SEED) & SUM_BITS) != sum) {
            throw ForeignInput.damaged(source, "a block's check sum is wrong", null);
        }
        give(bytes, bytes.length);
        return true;
    }

    private byte[] unpack(byte[] content, int plain) {
        byte[] bytes = new byte[plain];
        try {
            int count = decompressor.decompress(content, 0, content.length, bytes, 0, plain);
            if (count == plain) {
                return bytes;
            }
        } catch (RuntimeException e) {
            throw ForeignInput.damaged(source, String.valueOf(e.getMessage()), e);
        }
        throw ForeignInput.damaged(source, "a block is shorter than it says", null);
    }
}
