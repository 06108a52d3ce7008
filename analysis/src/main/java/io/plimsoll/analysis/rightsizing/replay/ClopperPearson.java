package io.plimsoll.analysis.rightsizing.replay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.math3.distribution.BetaDistribution;

/// Exact bounds of a share from counts (Clopper and Pearson, Biometrika 26, 1934). Counts need not be whole.
public final class ClopperPearson {
    /// The strategies of a fleet that was measured as long ask for a few hundred bounds, each of which takes some ten microseconds.
    private static final int MOST_KNOWN = 20_000;
    private static final Map<Asked, Double> KNOWN = new ConcurrentHashMap<>();

    private ClopperPearson() {
    }

    /// The largest share that would still show so few hits with a chance of 1 - `confidence`.
    ///
    /// @param hits  0..trials
    /// @return 1 when there are no trials
    public static double upper(double hits, double trials, double confidence) {
        if (hits == 0 && trials > 0) {
            return 1 - Math.pow(1 - confidence, 1 / trials);
        }
        return trials <= 0 || hits >= trials
                ? 1
                : quantile(hits + 1, trials - hits, confidence);
    }

    /// The smallest share that would still show so many hits with a chance of 1 - `confidence`.
    public static double lower(double hits, double trials, double confidence) {
        return trials <= 0 || hits <= 0
                ? 0
                : quantile(hits, trials - hits + 1, 1 - confidence);
    }

    private static double quantile(double alpha, double beta, double p) {
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(new Asked(alpha, beta, p), asked -> new BetaDistribution(null, asked.alpha,
                asked.beta).inverseCumulativeProbability(asked.p));
    }

    private record Asked(double alpha, double beta, double p) {}
}
