package io.plimsoll.analysis.telemetry.read;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/// A file that is read, and what the user said about it that it does not say itself.
///
/// @param file for messages
/// @param zone of times without an offset, null if they are to be refused
/// @param at   when values without a time were taken, null if they are to be refused
public record Source(String file, @Nullable ZoneId zone, @Nullable Instant at) {
    public static Source of(String file) {
        return new Source(file, null, null);
    }
}
