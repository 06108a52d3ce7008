package io.plimsoll.analysis.telemetry.stage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A file's content while it is read: shows how far that is, and stops it when the user does.
final class CountedInput extends FilterInputStream {
    private final String name;
    private final long size;
    private final Progress progress;
    private final Cancellation cancellation;
    private long count;
    private int shown = -1;

    CountedInput(InputStream in, String name, long size, Progress progress, Cancellation cancellation) {
        super(in);
        this.name = name;
        this.size = Math.max(1, size);
        this.progress = progress;
        this.cancellation = cancellation;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        cancellation.check();
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        int percent = (int) Math.min(100, count * 100 / size);
        if (percent != shown) {
            shown = percent;
            progress.update("Reading " + name, percent / 100.0);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
