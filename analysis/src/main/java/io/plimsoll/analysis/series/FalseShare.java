package io.plimsoll.analysis.series;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How much of what is told may be by chance, by Benjamini and Hochberg (1995): among a thousand tests, one that is barely unusual
/// means less than among ten.
public final class FalseShare {
    private FalseShare() {
    }

    /// The least share of false ones, 0..1, at which each is told: keep what is at most the share that you accept.
    ///
    /// @param chances how often chance alone brings as much, 0..1; `NaN`, which nothing is known of, is never told
    /// @param tests   how many were made; those that are not among the chances count as showing nothing
    /// @return in the order of `chances`; a likelier one never has a larger share
    public static double[] of(double[] chances, int tests) {
        int[] rising = IntStream.range(0, chances.length).boxed().sorted(Comparator.comparingDouble(i -> chances[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] shares = new double[chances.length];
        double least = 1;
        for (int rank = rising.length; rank >= 1; rank--) {
            int place = rising[rank - 1];
            double share = chances[place] * tests / rank;
            least = share < least ? share : least;
            shares[place] = least;
        }
        return shares;
    }

    /// Whether each is told if at most a share of what is told may be false.
    public static boolean[] kept(double[] chances, int tests, double share) {
        double[] shares = of(chances, tests);
        boolean[] kept = new boolean[shares.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = shares[i] <= share;
        }
        return kept;
    }
}
