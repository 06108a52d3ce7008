package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.plimsoll.analysis.task.StepFailure;

/// Keeps a workspace to one process. The operating system frees it when the process dies, however it dies.
final class WorkspaceLock implements AutoCloseable {
    static final String FILE = "plimsoll.lock";

    /// What this process holds. A second look at the file must not even open it: on POSIX, closing any of a process's descriptors of a
    /// file gives up all of its locks on it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private WorkspaceLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /// @throws StepFailure WORKSPACE_LOCKED, naming the process that holds it
    static WorkspaceLock take(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Path key = folder.toRealPath();
            if (!HELD.add(key)) {
                throw locked(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new WorkspaceLock(key, openLocked(folder, file));
            } catch (IOException | RuntimeException e) {
                HELD.remove(key);
                throw e;
            }
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't write " + file + ".",
                    "Check that the folder belongs to you and the disk is not full.", e);
        }
    }

    private static FileChannel openLocked(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            // Only the last byte is locked: on Windows a locked range can't be read, and the number stands before it.
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (lock == null) {
                throw locked(folder, Files.readString(file, StandardCharsets.US_ASCII).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer
                    .wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(true);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StepFailure locked(Path folder, String owner) {
        return StepFailure.refused("WORKSPACE_LOCKED",
                "The workspace " + folder + " is open in process " + (owner.isEmpty() ? "unknown" : owner) + ".",
                "Close it there, or end that process, then try again.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "The workspace's lock could not be given back.",
                    "Restart Plimsoll.", e);
        } finally {
            HELD.remove(key);
        }
    }
}
