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

    /// @throws StepFailure WRITE_FAILED; an older file of that name is then untouched
    public static void write(Path file, byte[] bytes) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Path half = Files.createTempFile(target.getParent(), ".", ".part");
            try {
                Files.write(half, bytes);
                Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw StepFailure.machine("WRITE_FAILED", "Can't write " + file + ".",
                    "Check that the folder may be written and the disk is not full.", e);
        }
    }
}
