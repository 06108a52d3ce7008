package io.plimsoll.analysis.rightsizing.replay;

import java.util.Arrays;

/// Values sorted once, so that any threshold is answered in logarithmic time. Immutable.
public final class LoadCurve {
    private final double[] sorted;
    /// Sum of the values before each index; one longer than `sorted`.
    private final double[] before;

    /// @param values finite; taken over and sorted in place
    LoadCurve(double[] values) {
        Arrays.sort(values);
        sorted = values;
        before = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            before[i + 1] = before[i] + values[i];
        }
    }

    int count() {
        return sorted.length;
    }

    double sum() {
        return before[sorted.length];
    }

    /// The smallest value that at least this share of the values does not exceed; `NaN` without values.
    double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted.length == 0 ? Double.NaN : sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    int countAbove(double threshold) {
        return sorted.length - firstAbove(threshold);
    }

    /// Sum of what lies above the threshold.
    double excess(double threshold) {
        int at = firstAbove(threshold);
        return at == sorted.length ? 0 : sum() - before[at] - (sorted.length - at) * threshold;
    }

    /// Sum of what is missing up to the threshold.
    double idle(double threshold) {
        int at = firstAbove(threshold);
        return at * threshold - before[at];
    }

    private int firstAbove(double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
