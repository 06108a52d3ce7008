package io.plimsoll.analysis.workspace;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import io.plimsoll.analysis.task.StepFailure;

/// A file in a job's folder, written as long as the disk has room to spare: what a foreign file unpacks to must not fill it.
///
/// Writing throws `StepFailure` DISK_FULL.
public final class StagingOutput extends FilterOutputStream {
    /// What a job leaves free on the disk.
    private static final long KEPT_FREE = 256L << 20;
    private static final long LOOK_EVERY = 16L << 20;

    private final Path target;
    private final FileStore disk;
    private long unlooked = LOOK_EVERY;

    public StagingOutput(Path target) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16));
        this.target = target;
        this.disk = Files.getFileStore(target);
    }

    @Override
    public void write(int value) throws IOException {
        checkRoom(1);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkRoom(length);
        out.write(bytes, offset, length);
    }

    private void checkRoom(int length) throws IOException {
        unlooked += length;
        if (unlooked < LOOK_EVERY) {
            return;
        }
        unlooked = 0;
        if (disk.getUsableSpace() < KEPT_FREE) {
            throw StepFailure.machine("DISK_FULL",
                    "The disk that holds " + target.getParent() + " has no room to unpack what is imported.",
                    "Free some space, then import again.", null);
        }
    }
}
