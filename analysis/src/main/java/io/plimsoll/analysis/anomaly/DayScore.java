package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// How unusual one day is, judged from earlier days only.
///
/// @param day         UTC
/// @param value       cost of the day, `NaN` for a gap
/// @param expected    what the days before let expect, `NaN` while there is too little history
/// @param low         lower edge of the band that would not be flagged
/// @param high        upper edge
/// @param score       0..1; 0.5 is the gate
/// @param alert       true on the one day on which an episode is reported
/// @param provisional the day may still be incomplete; it is never alerted
/// @param kind        of the episode that the day belongs to, or null
public record DayScore(LocalDate day, double value, double expected, double low, double high, double score,
        boolean alert, boolean provisional, @Nullable AnomalyKind kind) {}
