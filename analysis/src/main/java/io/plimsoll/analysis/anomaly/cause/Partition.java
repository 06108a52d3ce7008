package io.plimsoll.analysis.anomaly.cause;

import java.util.Arrays;

/// Parts leaves into normal and abnormal by how far real lies from predicted, and weighs them by their distance from the cut.
///
/// It cuts where the quieter side ends: noise is taken to be as wide on both sides. Without any deviation nothing is abnormal.
final class Partition {
    /// Outermost deviations on each side that don't decide where the cut lies.
    private static final int REMOVED = 5;
    /// The noisy tail of the side that changed may reach a little farther than that of the quiet side.
    private static final double MARGIN = 1.25;

    final double[] deviation;
    final boolean[] abnormal;
    final double[] weight;
    private final Leaves leaves;

    Partition(Leaves leaves) {
        this.leaves = leaves;
        int n = leaves.size();
        deviation = new double[n];
        abnormal = new boolean[n];
        weight = new double[n];
        for (int i = 0; i < n; i++) {
            deviation[i] = deviation(leaves.predict[i], leaves.real[i]);
        }
        double[] sorted = Arrays.stream(deviation).sorted().distinct().toArray();
        if (sorted.length > 1) {
            part(sorted);
        }
    }

    /// Symmetric relative deviation in -2..2, positive when less than predicted came.
    static double deviation(double predict, double real) {
        double sum = predict + real;
        return sum == 0 || !Double.isFinite(sum) ? 0 : 2 * (predict - real) / sum;
    }

    private void part(double[] sorted) {
        int removed = Math.min(REMOVED, (sorted.length - 1) / 2);
        boolean highSide = sorted[sorted.length - 1] >= -sorted[0];
        double cut = highSide
                ? MARGIN * Math.max(0, -sorted[removed])
                : MARGIN * Math.min(0, -sorted[sorted.length - 1 - removed]);
        for (int i = 0; i < deviation.length; i++) {
            abnormal[i] = highSide ? deviation[i] > cut : deviation[i] < cut;
            weight[i] = Math.abs(deviation[i] - cut);
        }
    }

    /// Change of an abnormal leaf, weighted like its risk so that many barely abnormal leaves don't drown a clear one.
    double power(int leaf) {
        return abnormal[leaf] ? weight[leaf] * Math.abs(leaves.real[leaf] - leaves.predict[leaf]) : 0;
    }
}
