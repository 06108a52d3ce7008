package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A run of days that belong to one event.
///
/// @param start       first unusual day
/// @param peak        the day farthest from expectation
/// @param end         last unusual day so far
/// @param open        it had not ended at the last complete day
/// @param kind        may still change while the episode is open
/// @param impact      cost minus expectation over the episode, negative for less; summed from decimals
/// @param expected    what the same days would have cost
/// @param severity    by impact
/// @param confidence  0..1
/// @param deviation   farthest distance in robust standard deviations, signed
/// @param provisional rests on days that may still be incomplete; never alerted
/// @param explanation never empty
public record Episode(LocalDate start, LocalDate peak, LocalDate end, boolean open, AnomalyKind kind,
        BigDecimal impact, BigDecimal expected, Severity severity, double confidence, double deviation,
        boolean provisional, Explanation explanation) {}
