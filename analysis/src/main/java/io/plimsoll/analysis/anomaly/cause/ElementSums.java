package io.plimsoll.analysis.anomaly.cause;

/// Sums over the elements of one cuboid, by element.
final class ElementSums {
    final double[] power;
    final double[] real;
    final double[] predict;
    /// Some leaf of each.
    final int[] example;
    private final double[] bad;
    private final double[] good;

    /// @param group the element of each leaf
    /// @param gone  leaves that don't count
    ElementSums(int count, int[] group, boolean[] gone, Leaves leaves, Partition parts) {
        power = new double[count];
        bad = new double[count];
        good = new double[count];
        real = new double[count];
        predict = new double[count];
        example = new int[count];
        for (int i = 0; i < group.length; i++) {
            if (!gone[i]) {
                int g = group[i];
                power[g] += parts.power(i);
                (parts.abnormal[i] ? bad : good)[g] += parts.weight[i];
                real[g] += leaves.real[i];
                predict[g] += leaves.predict[i];
                example[g] = i;
            }
        }
    }

    /// Weighted share of abnormal leaves.
    double purity(int g) {
        return bad[g] / (bad[g] + good[g]);
    }
}
