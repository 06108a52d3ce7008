package io.plimsoll.analysis.anomaly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// One event in something measured that is not money: use, latency, lag, errors, or what loaded data are like.
///
/// @param id          stable while the event grows: made from domain, key, metric, direction and start
/// @param key         where, such as `workload=default/Deployment/api`
/// @param metric      what was measured, in the user's words
/// @param unit        of all values; `share` is 0..1, empty for a plain number
/// @param from        first unusual moment, UTC
/// @param peak        the moment farthest from expectation
/// @param until       last unusual moment so far
/// @param value       what was measured at the peak
/// @param expected    what was expected there; `NaN` if nothing could be
/// @param confidence  0..1
/// @param provisional rests on data that may still change, never alerted
/// @param explanation never empty
/// @param readings    the series around it, in the order of time, few enough to be drawn
public record Signal(String id, Domain domain, SeriesKey key, String metric, String unit, AnomalyKind kind,
        Instant from, Instant peak, Instant until, boolean open, double value, double expected, Severity severity,
        double confidence, boolean provisional, Explanation explanation, List<Reading> readings) implements Anomaly {
    public Signal {
        readings = List.copyOf(readings);
    }

    @Override
    public LocalDate start() {
        return from.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public LocalDate end() {
        return until.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
