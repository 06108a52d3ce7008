package io.plimsoll.analysis.telemetry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What the workspace holds.
///
/// @param first time of the earliest sample, null if there is none
/// @param last  time of the latest sample, null if there is none
public record TelemetrySummary(long series, long samples, @Nullable Instant first, @Nullable Instant last) {}
