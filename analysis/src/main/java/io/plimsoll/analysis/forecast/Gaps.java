package io.plimsoll.analysis.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.plimsoll.analysis.series.Robust;

/// Fills what was not measured, so that every forecaster sees the same.
final class Gaps {
    private Gaps() {
    }

    /// A gap takes the median of the values at its place of the shortest season, else of all.
    ///
    /// @throws IllegalArgumentException if no value is finite
    static double[] filled(double[] values, int[] seasons) {
        if (Arrays.stream(values).noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A series needs at least one value");
        }
        int period = Arrays.stream(seasons).min().orElse(1);
        double[] filled = values.clone();
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                int place = t % period;
                double middle = Robust.median(IntStream.range(0, values.length)
                        .filter(i -> i % period == place && Double.isFinite(values[i])).mapToDouble(i -> values[i])
                        .toArray());
                filled[t] = Double.isNaN(middle)
                        ? Robust.median(Arrays.stream(values).filter(Double::isFinite).toArray())
                        : middle;
            }
        }
        return filled;
    }
}
