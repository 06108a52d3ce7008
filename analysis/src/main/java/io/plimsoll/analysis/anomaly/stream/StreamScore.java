package io.plimsoll.analysis.anomaly.stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;

/// What one row of telemetry looked like when it arrived.
///
/// @param second epoch seconds, UTC
/// @param value  as measured; `NaN` for a gap
/// @param score  in 0..1; at least `StreamDetector.ALERT` exactly where there is an alert
/// @param alert  whether somebody should look now; silent for a while afterwards
/// @param kind   spike or drop for what was never seen so far, burst or drop for what lasts; null without an alert
public record StreamScore(long second, double value, double score, boolean alert, @Nullable AnomalyKind kind) {}
