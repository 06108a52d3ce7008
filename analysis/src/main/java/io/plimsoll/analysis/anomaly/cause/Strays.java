package io.plimsoll.analysis.anomaly.cause;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// How far each leaf lies from its expectation, seen in one direction, and how likely that is without a cause.
final class Strays {
    /// So many times the usual stray, and at least this share, against the direction is a move of its own.
    private static final double FAR = 8;
    private static final double SMALLEST_FAR = 0.1;

    /// Difference over the larger of real and predicted, in -1..1, positive in the direction that is looked at.
    final double[] share;
    /// Logarithm of the density of that share among leaves without a cause.
    final double[] usual;
    /// Leaves that don't count: nothing expected and nothing there, or explained already.
    final boolean[] gone;
    /// Leaves that are explained by what moved the other way.
    final boolean[] opposite;
    private final double far;

    /// @param direction 1 looks for what rose, -1 for what fell
    /// @param taken     leaves that are explained already; taken over, not copied
    /// @param opposite  those of them that moved the other way
    Strays(Leaves leaves, int direction, boolean[] taken, boolean[] opposite) {
        int n = leaves.size();
        share = new double[n];
        usual = new double[n];
        gone = taken;
        this.opposite = opposite;
        double[] quiet = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double larger = Math.max(Math.abs(leaves.predict[i]), Math.abs(leaves.real[i]));
            gone[i] |= larger == 0;
            share[i] = larger == 0 ? 0 : Math.clamp(direction * (leaves.real[i] - leaves.predict[i]) / larger, -1, 1);
            if (!gone[i] && share[i] <= 0) {
                quiet[count++] = -share[i];
            }
        }
        double[] distances = Arrays.copyOf(quiet, count);
        double middle = count == 0 ? 0 : Robust.median(distances);
        far = Math.max(SMALLEST_FAR, FAR * middle);
        QuietNoise noise = new QuietNoise(Arrays.stream(distances).filter(each -> each <= far).toArray());
        Arrays.setAll(usual, i -> noise.logDensity(share[i]));
    }

    /// Whether a leaf moved so far against the direction that it can't be a part of what moved along it.
    boolean isOpposed(int leaf) {
        return share[leaf] < -far;
    }
}
