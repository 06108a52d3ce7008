package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Signal;

/// What of an event decides whether another is like it.
///
/// @param slice   the exact key, as text
/// @param measure what was measured, empty on the bill
/// @param family  kinds that one event can grow through, with their direction
/// @param days    how long it lasts so far
/// @param unit    of the size: currency or unit of measurement
/// @param size    distance from expectation, never negative: summed over the days on the bill, at the peak elsewhere; zero if unknown
public record Shape(String domain, String slice, String measure, String family, LocalDate start, long days, String unit,
        BigDecimal size) {
    /// The detector pools the last days of the month as well.
    private static final int MONTH_END = 28;
    /// As the detector takes nested slices for one event, and of a slow change, which has no sharp beginning.
    private static final int APART = 3;
    private static final int SLOW_APART = 21;
    /// As numbers are kept; beyond it a size is unknown.
    private static final double LARGEST = 1e20;
    private static final int DECIMALS = 18;

    static Shape of(Anomaly anomaly) {
        long days = ChronoUnit.DAYS.between(anomaly.start(), anomaly.end()) + 1;
        return switch (anomaly) {
            case Finding finding -> new Shape(finding.domain().id(), finding.key().text(), "",
                    finding.kind().family(finding.impact().signum() >= 0), finding.start(), days,
                    finding.impact().currency(), finding.impact().amount().abs());
            // What is measured is no sum, so lasting longer makes it no larger.
            case Signal signal -> new Shape(signal.domain().id(), signal.key().text(), signal.metric(),
                    signal.kind().family(!(signal.value() < signal.expected())), signal.start(), 1, signal.unit(),
                    distance(signal));
        };
    }

    private static BigDecimal distance(Signal signal) {
        double distance = Math.abs(signal.value() - (Double.isNaN(signal.expected()) ? 0 : signal.expected()));
        return distance < LARGEST
                ? BigDecimal.valueOf(distance).setScale(DECIMALS, RoundingMode.HALF_EVEN)
                : BigDecimal.ZERO;
    }

    /// The same slice, measure and family of kinds, in one unit.
    boolean sameMatter(Shape other) {
        return domain.equals(other.domain) && slice.equals(other.slice) && measure.equals(other.measure)
                && family.equals(other.family) && unit.equals(other.unit);
    }

    /// As above in any slice.
    boolean likeButSlice(Shape other) {
        return measure.equals(other.measure) && family.equals(other.family) && unit.equals(other.unit);
    }

    /// This one as if it were in the slice of another.
    Shape in(Shape other) {
        return new Shape(other.domain, other.slice, measure, family, start, days, unit, size);
    }

    /// Whether both may be one event in any slice: alike, begun at about the same time, and not over when the other began.
    boolean sameEvent(Shape other) {
        long apart = Math.abs(ChronoUnit.DAYS.between(start, other.start));
        return likeButSlice(other) && apart <= (family.startsWith("drift") ? SLOW_APART : APART)
                && start.isBefore(other.start.plusDays(other.days)) && other.start.isBefore(start.plusDays(days));
    }

    /// Whether the other one started later, on the same weekday or the same day of the month.
    boolean recurs(Shape later) {
        return later.start.isAfter(start) && (start.getDayOfWeek() == later.start.getDayOfWeek()
                || position(start) == position(later.start));
    }

    private static int position(LocalDate day) {
        return Math.min(MONTH_END, day.getDayOfMonth());
    }

    /// Whether the other is larger by more than the factor. Never, as long as this one's size is unknown.
    boolean farBelow(Shape other, int factor) {
        return size.signum() > 0 && other.size.compareTo(size.multiply(BigDecimal.valueOf(factor))) > 0;
    }

    /// As above, of what a day of each comes to: an event that only lasts longer is not larger.
    boolean farBelowDaily(Shape other, int factor) {
        return size.signum() > 0 && other.size.multiply(BigDecimal.valueOf(days))
                .compareTo(size.multiply(BigDecimal.valueOf(factor)).multiply(BigDecimal.valueOf(other.days))) > 0;
    }
}
