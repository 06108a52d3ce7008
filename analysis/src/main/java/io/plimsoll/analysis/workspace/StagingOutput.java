package io.plimsoll.analysis.workspace;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file in a job's folder, written as long as the disk has room to spare: what a foreign file unpacks to must not fill it.
///
/// Writing throws `StepFailure` DISK_FULL.
public final class StagingOutput extends FilterOutputStream {
    private static final int BUFFER = 1 << 16;
    private static final long LOOK_EVERY = 16L << 20;

    private final Path target;
    private long unlooked = LOOK_EVERY;

    public StagingOutput(Path target) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(target), BUFFER));
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        checkRoom(1);
        try {
            out.write(value);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkRoom(length);
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /// Others may fill the disk between two looks at it.
    private IOException explained(IOException failure) throws IOException {
        if (Files.getFileStore(target).getUsableSpace() < BUFFER) {
            throw Room.full(target, 0, Room.KEPT_FREE >> 20, failure);
        }
        return failure;
    }

    private void checkRoom(int length) throws IOException {
        unlooked += length;
        if (unlooked < LOOK_EVERY) {
            return;
        }
        unlooked = 0;
        Room.check(target, Room.KEPT_FREE);
    }
}
