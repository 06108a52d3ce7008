package io.plimsoll.analysis.workspace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// The content of a file of the user's, read once from start to end: hashed as it lies on disk, unpacked if it is gzip,
/// Zstandard or one of the block formats in which Spark writes, and stopped when it grows beyond reason. Every reader of foreign files goes through it, so that all refuse alike.
///
/// How a file is packed is told by its first bytes, never by its name. Every gzip member's check sum and length are verified
/// (RFC 1952), and the check sums of Zstandard, so a cut or damaged file is found; until the end was reached nothing that was read is to be believed.
///
/// Reading throws `StepFailure` FILE_NOT_READABLE, FILE_DAMAGED, FILE_NOT_SUPPORTED and FILE_BOMB, and stops when cancelled.
public final class ForeignInput extends InputStream {
    /// DEFLATE can't do better than 1032:1, Zstandard can; honest exports of bills and metrics stay below 200:1.
    static final long MOST_RATIO = 400;
    /// Small files may be as dense as they like.
    static final long ALWAYS_ALLOWED = 64L << 20;
    /// Bytes that tell how a file is packed.
    private static final int HEAD = 8;

    private final Path source;
    private final long size;
    private final FileTime modified;
    private final MessageDigest digest;
    private final InputStream file;
    private final @Nullable Unpacker unpacker;
    private final Progress progress;
    private final Cancellation cancellation;
    private long given;
    private int reported = -1;

    private ForeignInput(Path source, Progress progress, Cancellation cancellation) throws IOException {
        this.source = source;
        this.size = Files.size(source);
        this.modified = Files.getLastModifiedTime(source);
        this.digest = sha256Digest();
        this.progress = progress;
        this.cancellation = cancellation;
        InputStream opened = Files.newInputStream(source);
        try {
            this.file = new BufferedInputStream(new DigestInputStream(opened, digest), 1 << 16);
            file.mark(HEAD);
            byte[] head = file.readNBytes(HEAD);
            file.reset();
            this.unpacker = unpacker(head, file, source);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private static @Nullable Unpacker unpacker(byte[] head, InputStream file, Path source) {
        if (head.length >= 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b) {
            return new GzipMembers(file, source);
        }
        if (Lz4Blocks.begins(head)) {
            return new Lz4Blocks(file, source);
        }
        if (SnappyBlocks.begins(head)) {
            return new SnappyBlocks(file, source);
        }
        return ZstdFrames.begins(head) ? new ZstdFrames(file, source) : null;
    }

    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY
    public static ForeignInput open(Path source, Progress progress, Cancellation cancellation) {
        check(source);
        try {
            return new ForeignInput(source, progress, cancellation);
        } catch (IOException e) {
            throw notReadable(source, e);
        }
    }

    /// Says whether there is a file with anything in it, before any is opened.
    ///
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY
    public static void check(Path source) {
        if (!Files.exists(source)) {
            throw StepFailure.badInput("FILE_MISSING", "There is no file " + source + ".",
                    "Check the path; it is taken as seen from where the command was started.");
        }
        if (!Files.isRegularFile(source)) {
            throw StepFailure.badInput("FILE_NOT_READABLE", source + " is not a file.",
                    "Name files, or a folder that holds them.");
        }
        if (!Files.isReadable(source)) {
            throw StepFailure.badInput("FILE_NOT_READABLE", source + " may not be read.",
                    "Check the file's permissions.");
        }
        try {
            if (Files.size(source) == 0) {
                throw empty(source);
            }
        } catch (IOException e) {
            throw notReadable(source, e);
        }
    }

    /// Whether the content is unpacked, so that it is not what lies on disk.
    public boolean isPacked() {
        return unpacker != null;
    }

    /// Bytes of the file as it lies on disk.
    public long size() {
        return size;
    }

    /// When the file was last changed, as seen when it was opened.
    FileTime modified() {
        return modified;
    }

    /// SHA-256 of the file as it lies on disk, lower-case hex. Ask once, after the end was reached.
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        cancellation.check();
        if (length == 0) {
            return 0;
        }
        int count;
        try {
            count = unpacker == null ? file.read(buffer, offset, length) : unpacker.read(buffer, offset, length);
        } catch (IOException e) {
            throw notReadable(source, e);
        }
        if (count > 0) {
            given += count;
            if (given > ALWAYS_ALLOWED && given / MOST_RATIO > size && isPacked()) {
                throw StepFailure.badInput("FILE_BOMB",
                        source + " unpacks to more than " + MOST_RATIO
                                + " times its size; no bill or metric does that.",
                        "If you trust it, unpack it yourself and import the unpacked file.");
            }
            report();
        }
        return count;
    }

    private void report() {
        long taken = unpacker == null ? given : unpacker.consumed();
        int percent = (int) Math.min(100, taken * 100 / size);
        if (percent != reported) {
            reported = percent;
            progress.update("Reading " + source.getFileName(), percent / 100.0);
        }
    }

    /// Says whether the file is still the one that was opened. Call it after the end was reached.
    ///
    /// @throws StepFailure FILE_CHANGED
    public void checkUnchanged() {
        checkUnchanged(source, size, modified);
    }

    static void checkUnchanged(Path source, long size, FileTime modified) {
        try {
            if (Files.size(source) == size && Files.getLastModifiedTime(source).equals(modified)) {
                return;
            }
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_CHANGED", source + " went away while it was read.",
                    "Import it again when it is complete.", e);
        }
        throw StepFailure.badInput("FILE_CHANGED", source + " changed while it was read.",
                "Wait until its export has ended, then import it again.");
    }

    @Override
    public void close() throws IOException {
        if (unpacker != null) {
            unpacker.close();
        }
        file.close();
    }

    /// The failure of a file whose bytes contradict its format.
    ///
    /// @param how what is wrong, following "is damaged: "
    public static StepFailure damaged(Path source, String how, @Nullable Throwable cause) {
        String message = source + " is damaged: " + how + ".";
        String remedy = "Download or export it again, and compare its size and check sum; nothing of it was loaded.";
        return cause == null
                ? StepFailure.badInput("FILE_DAMAGED", message, remedy)
                : StepFailure.badInput("FILE_DAMAGED", message, remedy, cause);
    }

    static StepFailure empty(Path source) {
        return StepFailure.badInput("FILE_EMPTY", source + " is empty.",
                "Export it again; an interrupted download often leaves an empty file.");
    }

    /// The failure of a file that the system does not give.
    public static StepFailure notReadable(Path source, IOException cause) {
        return StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + source + ": " + cause.getMessage(),
                "Check that you may read it and that the disk it lies on is there.", cause);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
