package io.plimsoll.analysis.series;

import java.util.Arrays;

/// Order statistics that one wild value can't move. `NaN` entries are ignored; an empty input gives `NaN`.
public final class Robust {
    /// From the median absolute deviation of normal data to its standard deviation.
    public static final double NORMAL = 1.4826;

    private Robust() {
    }

    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /// Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, R's and NumPy's default).
    ///
    /// @param p in 0..1
    public static double quantile(double[] values, double p) {
        double[] kept = withoutNaN(values);
        if (kept.length == 0) {
            return Double.NaN;
        }
        double position = p * (kept.length - 1);
        int below = (int) Math.floor(position);
        double low = Selection.select(kept, below);
        // What lies behind the selected place is not smaller.
        double high = below + 1 < kept.length ? least(kept, below + 1) : low;
        return low + (position - below) * (high - low);
    }

    private static double[] withoutNaN(double[] values) {
        double[] kept = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                kept[count++] = value;
            }
        }
        return count == kept.length ? kept : Arrays.copyOf(kept, count);
    }

    private static double least(double[] values, int from) {
        double least = values[from];
        for (int i = from + 1; i < values.length; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /// As `quantile`, for values already in rising order and without `NaN`.
    public static double quantileOfSorted(double[] sorted, double p) {
        return quantileOfSorted(sorted, sorted.length, p);
    }

    /// As above, of the first few entries.
    public static double quantileOfSorted(double[] sorted, int count, double p) {
        if (count == 0) {
            return Double.NaN;
        }
        double position = p * (count - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /// Median absolute deviation from the median, times 1.4826: estimates the standard deviation of normal data.
    public static double scale(double[] values) {
        double centre = median(values);
        return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
    }
}
