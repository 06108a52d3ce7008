package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Episode;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// What one slice moved from some day on, on one side of an offset.
///
/// @param onset      index of the first day
/// @param last       index of the last day that counts
/// @param deviations in robust standard deviations, signed
/// @param suspicion  what the detector found of it, or null if the move was too small for that
record OffsetSide(CostSeries series, int onset, int last, Excess excess, double deviations,
        @Nullable Suspicion suspicion) {
    /// @param impact   cost minus expected
    /// @param expected what the days should have cost
    record Excess(BigDecimal impact, BigDecimal expected) {}

    static OffsetSide of(Suspicion found) {
        LocalDate start = found.series().start();
        Episode episode = found.episode();
        return new OffsetSide(found.series(), (int) ChronoUnit.DAYS.between(start, episode.start()),
                (int) ChronoUnit.DAYS.between(start, episode.end()),
                new Excess(episode.impact(), episode.expected()), episode.deviation(), found);
    }

    SeriesKey key() {
        return series.key();
    }

    BigDecimal size() {
        return excess.impact.abs();
    }

    BigDecimal sizeOfDay() {
        return size().divide(BigDecimal.valueOf(days()), MathContext.DECIMAL64);
    }

    int sign() {
        return excess.impact.signum();
    }

    boolean isDrift() {
        return suspicion != null && suspicion.episode().kind() == AnomalyKind.DRIFT;
    }

    int days() {
        return last - onset + 1;
    }
}
