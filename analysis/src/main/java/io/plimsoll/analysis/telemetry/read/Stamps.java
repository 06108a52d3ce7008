package io.plimsoll.analysis.telemetry.read;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// When the parts of a file were taken whose format has no times: a line that is nothing but an ISO 8601 time stands before each part
/// (`date -u +%FT%TZ` in the loop that collects them), or the user said it for the whole file.
final class Stamps {
    private final Source source;
    private @Nullable Instant at;

    Stamps(Source source) {
        this.source = source;
        this.at = source.at();
    }

    /// Whether the line is a time; from here on it holds.
    ///
    /// @throws IllegalArgumentException if it looks like a time and is none
    boolean take(String line) {
        if (!TimeRule.ISO_8601.fits(line)) {
            return false;
        }
        at = Instant.ofEpochMilli(TimeRule.ISO_8601.millis(line, null));
        return true;
    }

    /// Epoch milliseconds.
    ///
    /// @throws StepFailure TIME_MISSING
    long millis() {
        if (at == null) {
            throw StepFailure.badInput("TIME_MISSING",
                    source.file() + " shows one instant and does not say which.",
                    "Say when it was taken, plimsoll import --at 2026-10-01T12:00:00Z FILE; or collect a course of time, with a "
                            + "line such as 2026-10-01T12:00:00Z before each answer.");
        }
        return at.toEpochMilli();
    }
}
