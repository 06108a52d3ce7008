package io.plimsoll.analysis.rightsizing.latency;

import java.util.Arrays;

/// The rising step function closest to points: least squares under the condition that it never falls, by pooling neighbours that
/// do (pool adjacent violators; Barlow, Bartholomew, Bremner and Brunk 1972). Immutable, safe from any thread.
final class MonotoneFit {
    private final double[] centres;
    private final double[] levels;

    private MonotoneFit(double[] centres, double[] levels) {
        this.centres = centres;
        this.levels = levels;
    }

    /// @param x rising, at least one
    /// @param y same length
    static MonotoneFit of(double[] x, double[] y) {
        double[] sums = new double[x.length];
        double[] places = new double[x.length];
        int[] counts = new int[x.length];
        int pools = 0;
        for (int i = 0; i < x.length; i++) {
            sums[pools] = y[i];
            places[pools] = x[i];
            counts[pools++] = 1;
            while (pools > 1 && sums[pools - 2] * counts[pools - 1] >= sums[pools - 1] * counts[pools - 2]) {
                pools--;
                sums[pools - 1] += sums[pools];
                places[pools - 1] += places[pools];
                counts[pools - 1] += counts[pools];
            }
        }
        double[] centres = new double[pools];
        double[] levels = new double[pools];
        for (int i = 0; i < pools; i++) {
            centres[i] = places[i] / counts[i];
            levels[i] = sums[i] / counts[i];
        }
        return new MonotoneFit(centres, levels);
    }

    /// On the line between the centres of two pools; level outside of the first and the last.
    double at(double x) {
        int found = Arrays.binarySearch(centres, x);
        if (found >= 0) {
            return levels[found];
        }
        int after = -found - 1;
        if (after == 0) {
            return levels[0];
        }
        if (after == centres.length) {
            return levels[after - 1];
        }
        double share = (x - centres[after - 1]) / (centres[after] - centres[after - 1]);
        return levels[after - 1] + share * (levels[after] - levels[after - 1]);
    }
}
