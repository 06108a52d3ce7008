package io.plimsoll.analysis.anomaly.stream;

import io.plimsoll.analysis.series.Robust;

/// Values further out than the past makes likely, on either side: beyond its 2 % and 98 % quantiles an exponential tail is assumed
/// (peaks over a threshold, Siffer and others, KDD 2017, with shape 0), estimated anew every twenty rows.
final class Extremes {
    private static final double QUANTILE = 0.98;
    private static final int EVERY = 20;
    private static final double MOST = 20;
    /// A tail is at least this share of the median absolute deviation wide.
    private static final double NARROWEST = 0.1;

    private final int learning;
    private final GrowingArray sorted = new GrowingArray();
    private double low;
    private double high;
    private double tailBelow;
    private double tailAbove;

    /// @param learning rows that are only learned
    Extremes(int learning) {
        this.learning = learning;
    }

    /// @return minus the decimal logarithm of the probability, at most 20; 0 inside the quantiles and while learning
    double next(double value) {
        double score = 0;
        if (sorted.size() >= learning) {
            if (sorted.size() == learning || sorted.size() % EVERY == 0) {
                estimate();
            }
            if (value > high) {
                score = beyond((value - high) / tailAbove);
            } else if (value < low) {
                score = beyond((low - value) / tailBelow);
            }
        }
        sorted.addSorted(value);
        return score;
    }

    /// @return NaN before the first row
    double median() {
        return sorted.size() == 0 ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
    }

    private static double beyond(double tails) {
        return Math.min(MOST, -Math.log10(1 - QUANTILE) + tails / Math.log(10));
    }

    private void estimate() {
        int n = sorted.size();
        high = sorted.get((int) (QUANTILE * (n - 1)));
        low = sorted.get((int) ((1 - QUANTILE) * (n - 1)));
        double above = 0;
        int countAbove = 0;
        double below = 0;
        int countBelow = 0;
        for (int i = 0; i < n; i++) {
            double value = sorted.get(i);
            if (value > high) {
                above += value - high;
                countAbove++;
            } else if (value < low) {
                below += low - value;
                countBelow++;
            }
        }
        double least = Math.max(NARROWEST * Robust.scale(sorted.last(n)) / Robust.NORMAL,
                1e-9 * Math.max(1, Math.abs(median())));
        tailAbove = Math.max(countAbove == 0 ? 0 : above / countAbove, least);
        tailBelow = Math.max(countBelow == 0 ? 0 : below / countBelow, least);
    }
}
