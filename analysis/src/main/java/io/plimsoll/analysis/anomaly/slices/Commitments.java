package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Moves that are nothing but the start of a commitment, which somebody decided: a larger slice rises because used and
/// unused commitment now belong to it, and the same usage stops being paid on demand. An end is not
/// explained away: it makes usage dearer.
final class Commitments {
    private static final int FORTNIGHT = 14;
    private static final BigDecimal ENOUGH = new BigDecimal("0.5");
    private static final BigDecimal MOST = new BigDecimal("0.7");
    private static final String STATUS = "CommitmentDiscountStatus";

    private final List<CostSeries> commitments;

    Commitments(List<CostSeries> series) {
        commitments = series.stream().filter(each -> each.key().isCommitment()).toList();
    }

    /// The same commitment shows in several ways of cutting the bill: each way is summed by itself.
    boolean explain(Suspicion suspicion) {
        if (suspicion.key().isCommitment()) {
            return isElsewhere(suspicion);
        }
        Map<Set<String>, BigDecimal> inside = new HashMap<>();
        Map<Set<String>, BigDecimal> beside = new HashMap<>();
        for (CostSeries commitment : commitments) {
            BigDecimal change = change(commitment, suspicion);
            if (suspicion.key().contains(commitment.key())) {
                inside.merge(commitment.key().dimensions().keySet(), change, BigDecimal::add);
            } else if (suspicion.key().overlaps(slice(commitment))) {
                beside.merge(commitment.key().dimensions().keySet(), change.negate(), BigDecimal::add);
            }
        }
        BigDecimal impact = suspicion.episode().impact();
        return Stream.concat(inside.values().stream(), beside.values().stream())
                .anyMatch(each -> makesUp(each, impact));
    }

    /// A commitment that covers other usage than before goes on costing the same: what it leaves here it takes up elsewhere.
    private boolean isElsewhere(Suspicion suspicion) {
        BigDecimal others = commitments.stream()
                .filter(each -> !each.key().equals(suspicion.key())
                        && each.key().dimensions().keySet().equals(suspicion.key().dimensions().keySet())
                        && Objects.equals(each.key().dimensions().get(STATUS),
                                suspicion.key().dimensions().get(STATUS)))
                .map(suspicion::change).filter(each -> each.signum() == -suspicion.sign())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return others.abs().compareTo(suspicion.size().multiply(MOST)) >= 0;
    }

    private static boolean makesUp(BigDecimal change, BigDecimal impact) {
        return change.signum() != 0 && change.signum() == impact.signum()
                && change.abs().compareTo(impact.abs().multiply(ENOUGH)) >= 0;
    }

    /// The slice without how it is paid for.
    private static SeriesKey slice(CostSeries commitment) {
        Map<String, String> dimensions = new HashMap<>(commitment.key().dimensions());
        dimensions.keySet().removeIf(each -> each.startsWith("CommitmentDiscount") || each.startsWith("Sku"));
        return new SeriesKey(dimensions);
    }

    /// Cost over the episode's days against the fortnight before, exactly summed; zero unless the commitment started then.
    private static BigDecimal change(CostSeries commitment, Suspicion suspicion) {
        int from = (int) commitment.start().until(suspicion.episode().start(), ChronoUnit.DAYS);
        int to = (int) commitment.start().until(suspicion.episode().end(), ChronoUnit.DAYS);
        int before = Math.min(FORTNIGHT, from);
        if (before <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal usual = commitment.sum(from - before, from - 1).multiply(BigDecimal.valueOf(to - from + 1L))
                .divide(BigDecimal.valueOf(before), 8, RoundingMode.HALF_EVEN);
        BigDecimal now = commitment.sum(from, to);
        boolean started = now.signum() > 0 && usual.compareTo(now.multiply(ENOUGH)) < 0;
        return started ? now.subtract(usual) : BigDecimal.ZERO;
    }
}
