package io.plimsoll.analysis.telemetry;

import java.util.List;
import java.util.Map;

/// What an import did. Nothing goes missing unsaid: `read + derived` equals `samples + rejected` and all repairs that drop a
/// value (see `Repair`).
///
/// @param read     data points in the files
/// @param series   distinct series that they belong to
/// @param samples  stored
/// @param derived  stored although no file held them: shares computed from two counters
/// @param replaced older samples that made room
/// @param rejected data points that could not be understood
/// @param repairs  how often each repair was made; those never made are absent
public record TelemetryImport(long read, long series, long samples, long derived, long replaced, long rejected,
        Map<Repair, Long> repairs, List<File> files) {
    public TelemetryImport {
        repairs = Map.copyOf(repairs);
        files = List.copyOf(files);
    }

    /// @param file    as it was named
    /// @param profile how it was read
    /// @param sha256  of its bytes, lower-case hex
    /// @param notes   what the reader decided, such as how times were understood
    public record File(String file, String profile, String sha256, long bytes, long read, long rejected,
            List<String> notes) {
        public File {
            notes = List.copyOf(notes);
        }
    }
}
