package io.plimsoll.analysis.anomaly;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What the user said of one event.
///
/// @param anomaly id of the event; it may be one that is no longer found
/// @param until   last day, UTC, for which it was said; null for no end
/// @param given   when it was said last
public record GivenLabel(String anomaly, Label label, @Nullable LocalDate until, Instant given) {}
