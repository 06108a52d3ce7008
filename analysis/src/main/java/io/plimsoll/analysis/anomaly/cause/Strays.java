package io.plimsoll.analysis.anomaly.cause;

import java.util.Arrays;

/// How far each leaf lies from its expectation, and how likely that is without a cause.
final class Strays {
    /// Difference over the larger of real and predicted, in -1..1, positive on the side of the whole change.
    final double[] share;
    /// Logarithm of the density of that share among leaves without a cause.
    final double[] usual;
    /// Leaves that don't count: nothing expected and nothing there, or explained already.
    final boolean[] gone;

    Strays(Leaves leaves) {
        int n = leaves.size();
        share = new double[n];
        usual = new double[n];
        gone = new boolean[n];
        double sign = Math.signum(Arrays.stream(leaves.real).sum() - Arrays.stream(leaves.predict).sum());
        double[] quiet = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double larger = Math.max(Math.abs(leaves.predict[i]), Math.abs(leaves.real[i]));
            gone[i] = larger == 0 || sign == 0;
            share[i] = gone[i] ? 0 : Math.clamp(sign * (leaves.real[i] - leaves.predict[i]) / larger, -1, 1);
            if (!gone[i] && share[i] <= 0) {
                quiet[count++] = -share[i];
            }
        }
        QuietNoise noise = new QuietNoise(Arrays.copyOf(quiet, count));
        Arrays.setAll(usual, i -> noise.logDensity(share[i]));
    }
}
