package io.plimsoll.analysis.workspace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// One file of the user's that a stager reads: checked, hashed, and inflated into the job's folder if it is gzip.
///
/// Whether a file is gzip is told by its first bytes, never by its name. Every member's check sum and length are verified
/// (RFC 1952), so a cut or damaged file is found before a single row of it is believed.
///
/// @param source     as the user named it
/// @param content    what to read: the source itself, or the inflated copy in the job's folder
/// @param name       the source's file name without a trailing `.gz`, for recognition and messages
/// @param size       bytes of the source
/// @param contentSize bytes of the content
/// @param sha256     of the source's bytes, lower-case hex
/// @param modified   the source's time of change when it was opened
public record StagedFile(Path source, Path content, String name, long size, long contentSize, String sha256,
        FileTime modified) {
    /// DEFLATE can't do better than 1032:1; honest exports of bills and metrics stay below 200:1.
    static final long MOST_RATIO = 400;
    /// Small files may be as dense as they like.
    static final long ALWAYS_ALLOWED = 64L << 20;
    /// What a job leaves free on the disk.
    private static final long KEPT_FREE = 256L << 20;

    /// Reads the whole file once.
    ///
    /// @param folder the job's folder, for an inflated copy
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_BOMB, DISK_FULL
    public static StagedFile open(Path source, Path folder, Progress progress, Cancellation cancellation) {
        if (!Files.exists(source)) {
            throw StepFailure.badInput("FILE_MISSING", "There is no file " + source + ".",
                    "Check the path; it is taken as seen from where the command was started.");
        }
        if (!Files.isRegularFile(source)) {
            throw StepFailure.badInput("FILE_NOT_READABLE", source + " is not a file.",
                    "Name files, or a folder that holds them.");
        }
        try {
            long size = Files.size(source);
            if (size == 0) {
                throw empty(source);
            }
            return read(source, size, folder, progress, cancellation);
        } catch (IOException e) {
            throw StepFailure.badInput("FILE_NOT_READABLE", "Can't read " + source + ": " + e.getMessage(),
                    "Check that you may read it and that the disk it lies on is there.", e);
        }
    }

    private static StagedFile read(Path source, long size, Path folder, Progress progress, Cancellation cancellation)
            throws IOException {
        FileTime modified = Files.getLastModifiedTime(source);
        String name = String.valueOf(source.getFileName());
        MessageDigest digest = newDigest();
        try (InputStream file = Files.newInputStream(source);
                InputStream in = new BufferedInputStream(new DigestInputStream(file, digest), 1 << 16)) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            Path content = source;
            long contentSize = size;
            if (gzip) {
                content = folder.resolve(UUID.randomUUID() + ".content");
                contentSize = inflate(in, source, size, content, progress, cancellation);
                name = name.toLowerCase(Locale.ROOT).endsWith(".gz")
                        ? name.substring(0, name.length() - 3)
                        : name;
            } else {
                drain(in, source, size, progress, cancellation);
            }
            return new StagedFile(source, content, name, size, contentSize,
                    HexFormat.of().formatHex(digest.digest()), modified);
        }
    }

    /// Says whether the file is still the one that was hashed. Call it after the rows were read.
    ///
    /// @throws StepFailure FILE_CHANGED
    public void checkUnchanged() {
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

    private static void drain(InputStream in, Path source, long size, Progress progress, Cancellation cancellation)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            cancellation.check();
            done += count;
            progress.update("Checking " + source.getFileName(), (double) done / size);
        }
    }

    private static long inflate(InputStream in, Path source, long size, Path target, Progress progress,
            Cancellation cancellation) throws IOException {
        GzipMembers members = new GzipMembers(in, source);
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = members.read(buffer); count >= 0; count = members.read(buffer)) {
                cancellation.check();
                written += count;
                checkLimits(source, size, written, target);
                out.write(buffer, 0, count);
                progress.update("Checking " + source.getFileName(), (double) members.consumed() / size);
            }
        }
        if (written == 0) {
            throw empty(source);
        }
        return written;
    }

    private static void checkLimits(Path source, long size, long written, Path target) throws IOException {
        if (written > ALWAYS_ALLOWED && written / size > MOST_RATIO) {
            throw StepFailure.badInput("FILE_BOMB",
                    source + " unpacks to more than " + MOST_RATIO + " times its size; no bill or metric does that.",
                    "If you trust it, unpack it yourself and import the unpacked file.");
        }
        if ((written & (64L << 20) - 1) < 1 << 16 && Files.getFileStore(target).getUsableSpace() < KEPT_FREE) {
            throw StepFailure.machine("DISK_FULL", "The disk that holds the workspace has no room to unpack " + source
                    + ".", "Free some space, then import again.", null);
        }
    }

    private static StepFailure empty(Path source) {
        return StepFailure.badInput("FILE_EMPTY", source + " is empty.",
                "Export it again; an interrupted download often leaves an empty file.");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
