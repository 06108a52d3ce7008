package io.plimsoll.analysis.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all.
public final class AtomicFile {
    private AtomicFile() {
    }

    /// @throws StepFailure WRITE_FAILED; an older file of that name is then untouched
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An older file's permissions stay, and a symbolic link still points to it.
    ///
    /// @throws StepFailure WRITE_FAILED; an older file of that name is then untouched
    public static void write(Path file, byte[] bytes) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path half = Files.createTempFile(target.getParent(), ".", ".part");
            try {
                Files.write(half, bytes);
                keepPermissions(target, half);
                Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw StepFailure.machine("WRITE_FAILED", "Can't write " + file + ".",
                    "Check that the folder may be written and the disk is not full.", e);
        }
    }

    private static void keepPermissions(Path target, Path half) throws IOException {
        if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(half, Files.getPosixFilePermissions(target));
        }
    }
}
