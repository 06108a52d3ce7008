package io.plimsoll.analysis.anomaly;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.ObservabilityRules;
import io.plimsoll.analysis.unit.Money;

/// One event of one slice of the bill, reported once, at the level that explains it best.
///
/// @param id          stable while the event grows: made from key, direction and start
/// @param key         the slice
/// @param kind        of the event so far
/// @param start       first unusual day
/// @param peak        the day farthest from expectation
/// @param end         last unusual day so far
/// @param open        not over at the last complete day
/// @param impact      cost minus expectation, summed from decimals
/// @param expected    what the same days would have cost
/// @param severity    by impact
/// @param confidence  0..1
/// @param provisional rests on incomplete days, never alerted
/// @param offset      opposite moves at the same time that hide it in a larger slice, or null
/// @param covers      slices inside (or crossing) this one that show the same event
/// @param explanation never empty
/// @param days        the whole series, day by day
public record Finding(String id, SeriesKey key, AnomalyKind kind, LocalDate start, LocalDate peak, LocalDate end,
        boolean open, Money impact, Money expected, Severity severity, double confidence, boolean provisional,
        @Nullable Offset offset,
        List<SeriesKey> covers, Explanation explanation, List<DayScore> days) implements Anomaly {
    public Finding {
        covers = List.copyOf(covers);
        days = List.copyOf(days);
    }

    /// Whether an opposite move at the same time hides it in a larger slice.
    public boolean masked() {
        return offset != null;
    }

    @Override
    public Domain domain() {
        return ObservabilityRules.shipped().ofSlice(key.dimensions()).isPresent() ? Domain.OBSERVABILITY : Domain.COST;
    }
}
