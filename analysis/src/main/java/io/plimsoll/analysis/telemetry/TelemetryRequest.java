package io.plimsoll.analysis.telemetry;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Telemetry files to load, and what the user says of them.
///
/// @param profile how to read all of them; null to recognise each
/// @param zone    of times without an offset; null to refuse them
/// @param at      when values without a time were taken; null to refuse them
public record TelemetryRequest(List<Path> files, @Nullable String profile, @Nullable ZoneId zone,
        @Nullable Instant at) {
    public TelemetryRequest {
        files = List.copyOf(files);
    }

    /// Files that say everything themselves.
    public static TelemetryRequest of(Path... files) {
        return new TelemetryRequest(List.of(files), null, null, null);
    }
}
