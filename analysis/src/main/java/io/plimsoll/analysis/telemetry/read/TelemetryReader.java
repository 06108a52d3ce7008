package io.plimsoll.analysis.telemetry.read;

import java.io.IOException;
import java.io.InputStream;

import io.plimsoll.analysis.task.StepFailure;

/// Knows one telemetry format. Stateless; recognises by content alone, never by a file's name.
public interface TelemetryReader {
    /// Names the profile on the command line and in reports, lower-case.
    String id();

    /// Whether a file that begins so is surely of this format.
    ///
    /// @param head the first characters of the text, without a byte order mark
    boolean recognises(String head);

    /// Reads the header, and no more than that.
    ///
    /// @param in plain text, not compressed
    /// @return how many columns it has, 0 where the format has none
    /// @throws StepFailure with the format's own code if the file can't be used
    default int columns(InputStream in, Source source) throws IOException {
        return 0;
    }

    /// Reads all data points.
    ///
    /// @param in plain text, not compressed; stops the work when it is cancelled
    /// @throws StepFailure with the format's own code if the file as a whole can't be used
    void read(InputStream in, Source source, SampleSink sink) throws IOException;
}
