package io.plimsoll.analysis.anomaly.daily;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.CostSeries;

/// Whether an event is worth an alert: cost over (or under) expectation since its first day, in money and in percent.
///
/// @param money   smallest sum
/// @param percent smallest share of what was expected
public record MoneyGate(BigDecimal money, double percent) {
    /// What the days of an event cost too much and what they should have cost, exactly summed.
    ///
    /// @param impact   cost minus expected
    /// @param expected rounded to 8 decimals a day
    public record Excess(BigDecimal impact, BigDecimal expected) {}

    /// @param last last day to count
    static Excess excess(CostSeries series, Candidate event, int last) {
        BigDecimal impact = BigDecimal.ZERO;
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = event.onset(); i <= last; i++) {
            @Nullable
            BigDecimal cost = series.cost()[i];
            if (cost != null && Double.isFinite(event.expected(i))) {
                BigDecimal should = BigDecimal.valueOf(event.expected(i)).setScale(8, RoundingMode.HALF_EVEN);
                impact = impact.add(cost.subtract(should));
                expected = expected.add(should);
            }
        }
        return new Excess(impact, expected);
    }

    boolean passes(Excess excess, boolean up) {
        return passes(up ? excess.impact() : excess.impact().negate(), excess.expected());
    }

    /// @param size     over or under what was expected, positive
    /// @param expected of the same days
    public boolean passes(BigDecimal size, BigDecimal expected) {
        BigDecimal share = expected.abs().multiply(BigDecimal.valueOf(percent / 100));
        return size.signum() > 0 && size.compareTo(money) >= 0 && size.compareTo(share) >= 0;
    }

    /// The first day on which the event could be told and was worth it, or -1.
    int firstDay(CostSeries series, Candidate event, int until) {
        for (int i = event.detected(); i <= Math.min(event.end(), until - 1); i++) {
            if (passes(excess(series, event, i), event.up())) {
                return i;
            }
        }
        return -1;
    }
}
