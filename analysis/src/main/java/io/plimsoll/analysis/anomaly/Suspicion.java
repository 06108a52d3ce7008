package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// An episode of one series before it is compared with the others.
///
/// @param series over the common calendar
/// @param days   of the series
record Suspicion(CostSeries series, Episode episode, List<DayScore> days) {
    private static final int SLOW_DAYS = 21;

    SeriesKey key() {
        return series.key();
    }

    BigDecimal size() {
        return episode.impact().abs();
    }

    int sign() {
        return episode.impact().signum();
    }

    /// Began at about the same time; a slow change has no sharp beginning.
    boolean startsWith(Suspicion other, int tolerance) {
        boolean slow = episode.kind() == AnomalyKind.DRIFT || other.episode.kind() == AnomalyKind.DRIFT;
        return startsNear(other.episode.start(), slow ? SLOW_DAYS : tolerance);
    }

    boolean startsNear(LocalDate day, int tolerance) {
        return Math.abs(ChronoUnit.DAYS.between(episode.start(), day)) <= tolerance;
    }
}
