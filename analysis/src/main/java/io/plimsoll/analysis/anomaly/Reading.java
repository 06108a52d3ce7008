package io.plimsoll.analysis.anomaly;

import java.time.Instant;

/// What was measured at one moment, and what was expected then from what came before.
///
/// @param time     UTC
/// @param value    in the unit of the signal; `NaN` for a gap
/// @param expected `NaN` while there is too little history
/// @param low      lower edge of the band that would not be flagged, or `NaN`
/// @param high     upper edge, or `NaN`
/// @param alert    true at the moments that made it an event
public record Reading(Instant time, double value, double expected, double low, double high, boolean alert) {}
