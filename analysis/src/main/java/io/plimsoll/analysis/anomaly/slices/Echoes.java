package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a larger slice shows only because one of two moves that cancelled in it ended before the other: these days are told with the move
/// that goes on, and told of the larger slice they would count twice. For one currency; no state beside what was suspected.
///
/// @param all what is suspected of any slice
record Echoes(List<Suspicion> all) {
    private static final BigDecimal MOST = new BigDecimal("0.7");
    private static final int DAYS_APART = 1;

    /// Whether a move of a larger slice is what is left of one inside it that began earlier and goes on, once what stood against that is
    /// over.
    boolean isOf(Suspicion outer, Suspicion inner) {
        return outer.sign() == inner.sign() && outer.key().contains(inner.key())
                && inner.episode().start().isBefore(outer.episode().start())
                && !inner.episode().end().isBefore(outer.episode().end())
                && weighs(inner, outer)
                && all.stream().anyMatch(each -> stoodAgainst(outer, inner, each));
    }

    private static boolean stoodAgainst(Suspicion outer, Suspicion inner, Suspicion other) {
        long gap = ChronoUnit.DAYS.between(other.episode().end(), outer.episode().start());
        return other.sign() == -outer.sign() && outer.key().contains(other.key())
                && !inner.key().contains(other.key()) && !other.key().contains(inner.key())
                && gap >= 0 && gap <= 1 + DAYS_APART
                && !inner.episode().start().isAfter(other.episode().end())
                && weighs(other, outer);
    }

    /// By the day, as the larger slice's days are only some of the others'.
    private static boolean weighs(Suspicion inner, Suspicion outer) {
        return ofDay(inner).compareTo(ofDay(outer).multiply(MOST)) >= 0;
    }

    private static BigDecimal ofDay(Suspicion each) {
        long days = ChronoUnit.DAYS.between(each.episode().start(), each.episode().end()) + 1;
        return each.size().divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
    }
}
