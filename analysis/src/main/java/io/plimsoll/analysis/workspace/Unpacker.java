package io.plimsoll.analysis.workspace;

import java.io.IOException;

import io.plimsoll.analysis.task.StepFailure;

/// Unpacks a compressed file strictly: what is cut or damaged is a failure and never an early end.
interface Unpacker extends AutoCloseable {
    /// @return the number of bytes, more than 0, or -1 at the end of the file
    /// @throws StepFailure FILE_DAMAGED
    /// @throws IOException if the file can't be read
    int read(byte[] buffer, int offset, int length) throws IOException;

    /// Compressed bytes taken so far.
    long consumed();

    @Override
    void close() throws IOException;
}
