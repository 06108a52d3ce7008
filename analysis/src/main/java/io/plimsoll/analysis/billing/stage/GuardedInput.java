package io.plimsoll.analysis.billing.stage;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// A foreign file, read once from start to end: hashed as it lies on disk, inflated when it is gzip, and stopped when it
/// grows beyond reason. Java's own gzip reader checks length and CRC; the engine's does not.
final class GuardedInput extends InputStream {
    /// Real exports compress to a twentieth; two hundred leaves room for very repetitive ones.
    private static final long MAX_RATIO = 200;
    private static final long RATIO_FROM = 64L << 20;

    private final Path path;
    private final long size;
    private final Progress progress;
    private final CountedFile file;
    private final InputStream content;
    private long inflated;
    private int reported = -1;

    private GuardedInput(Path path, long size, Progress progress, CountedFile file, InputStream content) {
        this.path = path;
        this.size = size;
        this.progress = progress;
        this.file = file;
        this.content = content;
    }

    static GuardedInput open(Path path, boolean gzip, Progress progress) throws IOException {
        CountedFile file = new CountedFile(Files.newInputStream(path));
        try {
            InputStream content = gzip ? new CheckedGzip(file) : file;
            return new GuardedInput(path, Files.size(path), progress, file, content);
        } catch (IOException e) {
            file.close();
            throw damaged(path, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = content.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged(path, e);
        }
        if (count > 0) {
            inflated += count;
            if (inflated > RATIO_FROM && inflated / MAX_RATIO > size) {
                throw StepFailure.badInput("BOMB",
                        path + " unpacks to more than " + MAX_RATIO + " times its size.",
                        "If the file is genuine, unpack it yourself and import the result.");
            }
            report();
        }
        return count;
    }

    private void report() {
        int percent = (int) Math.min(100, file.count * 100 / Math.max(1, size));
        if (percent != reported) {
            reported = percent;
            progress.update("Reading " + path.getFileName(), percent / 100.0);
        }
    }

    /// SHA-256 of the file as it lies on disk, lower-case hex. Only after the end was reached.
    String sha256() {
        return HexFormat.of().formatHex(file.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    static StepFailure damaged(Path path, Exception cause) {
        return StepFailure.badInput("FILE_DAMAGED", path + " is damaged: " + cause.getMessage() + ".",
                "Download or copy it again, and compare its size and checksum with the provider's.", cause);
    }

    /// Counts and hashes what is read.
    private static final class CountedFile extends DigestInputStream {
        private long count;

        CountedFile(InputStream in) {
            super(new BufferedInputStream(in, 1 << 16), sha());
        }

        private static MessageDigest sha() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /// Java takes bytes after the last member for the end of the file. They may be a member whose head is damaged, so they are a
    /// failure here; only padding with zeros is let through.
    private static final class CheckedGzip extends GZIPInputStream {
        private static final int TRAILER = 8;
        private boolean ended;

        CheckedGzip(InputStream in) throws IOException {
            super(in, 1 << 16);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0 && !ended) {
                ended = true;
                checkRest();
            }
            return read;
        }

        private void checkRest() throws IOException {
            int remaining = inf.getRemaining();
            for (int i = len - remaining + TRAILER; i < len; i++) {
                refuseUnlessZero(buf[i]);
            }
            for (int next = in.read(); next >= 0; next = in.read()) {
                refuseUnlessZero(next);
            }
        }

        private static void refuseUnlessZero(int value) throws IOException {
            if (value != 0) {
                throw new ZipException("there is something after its end");
            }
        }
    }
}
