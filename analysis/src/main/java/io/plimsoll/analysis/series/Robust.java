package io.plimsoll.analysis.series;

import java.util.Arrays;

/// Order statistics that one wild value can't move. `NaN` entries are ignored; an empty input gives `NaN`.
public final class Robust {
    private Robust() {
    }

    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /// Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, R's and NumPy's default).
    ///
    /// @param p in 0..1
    public static double quantile(double[] values, double p) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return quantileOfSorted(sorted, p);
    }

    /// As `quantile`, for values already in rising order and without `NaN`.
    public static double quantileOfSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// Median absolute deviation from the median, times 1.4826: estimates the standard deviation of normal data.
    public static double scale(double[] values) {
        double centre = median(values);
        return 1.4826 * median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
    }
}
