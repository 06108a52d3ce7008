package io.plimsoll.analysis.workspace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import io.airlift.compress.zstd.ZstdInputStream;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Unpacks all frames of a Zstandard file (RFC 8878) in Java. Check sums are verified where a frame has one.
///
/// Windows of more than 8 MiB, which `zstd --ultra` and `--long` make, are refused: they bound what a file can ask of memory.
final class ZstdFrames implements Unpacker {
    private final Path source;
    private final Counted counted;
    private final ZstdInputStream frames;

    ZstdFrames(InputStream in, Path source) {
        this.source = source;
        this.counted = new Counted(in);
        this.frames = new ZstdInputStream(counted);
    }

    static boolean begins(byte[] head) {
        return head.length >= 4 && (head[0] & 0xff) == 0x28 && (head[1] & 0xff) == 0xb5 && head[2] == 0x2f
                && (head[3] & 0xff) == 0xfd;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return frames.read(buffer, offset, length);
        } catch (IOException e) {
            if (counted.failure != null) {
                throw counted.failure;
            }
            throw ForeignInput.damaged(source, "it ends in the middle", e);
        } catch (RuntimeException e) {
            // The library meets damaged bytes with its own exception, or with an index that is out of bounds.
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("Window size") ? tooWide(e) : ForeignInput.damaged(source, message, e);
        }
    }

    private StepFailure tooWide(RuntimeException cause) {
        return StepFailure.badInput("FILE_NOT_SUPPORTED", source + " was packed with a window of more than 8 MiB.",
                "Unpack it yourself, or pack it without --long and --ultra.", cause);
    }

    @Override
    public long consumed() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    /// Counts what is taken, and tells a disk that fails from a file that is cut.
    private static final class Counted extends FilterInputStream {
        private long count;
        private @Nullable IOException failure;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                count += Math.max(0, read);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
