package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// How much the workspace's disk still takes. Better to say it before than to have the engine die of it.
final class Room {
    /// What an import leaves free on the disk.
    static final long KEPT_FREE = 256L << 20;

    private Room() {
    }

    /// @param bytes what will be written, at most
    /// @throws StepFailure DISK_FULL
    static void check(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw full(folder, free >> 20, bytes >> 20, null);
        }
    }

    static StepFailure full(Path folder, long free, long needed, @Nullable Throwable cause) {
        return StepFailure.machine("DISK_FULL",
                "The disk that holds " + folder + " has " + free + " MiB left; the import takes up to " + needed + ".",
                "Free some space, then import again. Nothing was changed.", cause);
    }
}
