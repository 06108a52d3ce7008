package io.plimsoll.analysis.rightsizing;

import org.apache.commons.math3.distribution.BetaDistribution;

/// Exact bounds of a share from counts (Clopper and Pearson, Biometrika 26, 1934). Counts need not be whole.
public final class ClopperPearson {
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
                : new BetaDistribution(null, hits + 1, trials - hits).inverseCumulativeProbability(confidence);
    }

    /// The smallest share that would still show so many hits with a chance of 1 - `confidence`.
    public static double lower(double hits, double trials, double confidence) {
        return trials <= 0 || hits <= 0
                ? 0
                : new BetaDistribution(null, hits, trials - hits + 1).inverseCumulativeProbability(1 - confidence);
    }
}
