package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Episode;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// An episode of one series before it is compared with the others.
///
/// @param series over the common calendar
/// @param days   of the series
record Suspicion(CostSeries series, Episode episode, List<DayScore> days) {
    private static final int SLOW_DAYS = 21;
    private static final int BEFORE = 28;

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

    /// What a series cost on the days of this episode over its mean day in the four weeks before, exactly summed.
    ///
    /// @param other over the same calendar
    BigDecimal change(CostSeries other) {
        int from = (int) other.start().until(episode.start(), ChronoUnit.DAYS);
        int to = (int) other.start().until(episode.end(), ChronoUnit.DAYS);
        int before = Math.min(BEFORE, from);
        BigDecimal usual = before == 0
                ? BigDecimal.ZERO
                : other.sum(from - before, from - 1).multiply(BigDecimal.valueOf(to - from + 1L))
                        .divide(BigDecimal.valueOf(before), 8, RoundingMode.HALF_EVEN);
        return other.sum(from, to).subtract(usual);
    }
}
