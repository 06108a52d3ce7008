package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.UUID;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// One file of the user's for a stager that reads its content more than once: checked and hashed, and inflated into the job's
/// folder if it is packed. A stager that reads once takes `ForeignInput` and needs no copy.
///
/// @param source      as the user named it
/// @param content     what to read: the source itself, or the inflated copy in the job's folder
/// @param name        the source's file name without a trailing `.gz` or `.zst`, for recognition and messages
/// @param size        bytes of the source
/// @param contentSize bytes of the content
/// @param sha256      of the source's bytes, lower-case hex
/// @param modified    the source's time of change when it was opened
public record ForeignFile(Path source, Path content, String name, long size, long contentSize, String sha256,
        FileTime modified) {
    /// Reads the whole file once.
    ///
    /// @param folder the job's folder, for an inflated copy
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_NOT_SUPPORTED, FILE_BOMB, DISK_FULL, STAGING_WRITE
    public static ForeignFile open(Path source, Path folder, Progress progress, Cancellation cancellation) {
        String name = String.valueOf(source.getFileName());
        try (ForeignInput in = ForeignInput.open(source, progress, cancellation)) {
            if (!in.isPacked()) {
                long size = in.transferTo(OutputStream.nullOutputStream());
                return new ForeignFile(source, source, name, in.size(), size, in.sha256(), in.modified());
            }
            Path content = folder.resolve(UUID.randomUUID() + ".content");
            long size;
            try (OutputStream out = new StagingOutput(content)) {
                size = in.transferTo(out);
            }
            if (size == 0) {
                throw ForeignInput.empty(source);
            }
            String inner = name.replaceFirst("(?i)\\.(gz|zst|zstd|lz4|snappy)$", "");
            return new ForeignFile(source, content, inner, in.size(), size, in.sha256(), in.modified());
        } catch (IOException e) {
            throw StepFailure.machine("STAGING_WRITE", "Can't unpack " + source + ": " + e.getMessage(),
                    "Check that the workspace's folder may be written and its disk is not full.", e);
        }
    }

    /// Says whether the file is still the one that was hashed. Call it after the rows were read.
    ///
    /// @throws StepFailure FILE_CHANGED
    public void checkUnchanged() {
        ForeignInput.checkUnchanged(source, size, modified);
    }
}
