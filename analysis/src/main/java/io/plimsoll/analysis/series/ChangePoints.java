package io.plimsoll.analysis.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the level of a series changes for good: the division into stretches of one mean each that costs least, every stretch but
/// the first costing a penalty, found exactly with pruning (Killick, Fearnhead and Eckley, PELT, JASA 107, 2012).
///
/// Values are taken by their standard deviation. The penalty of `5 log n` is higher than the usual `3 log n`: values next to each other
/// hang together, and a wave must not be taken for steps. Measured in `docs/benchmarks.md`.
public final class ChangePoints {
    private static final double PENALTY = 5;
    /// What lasts shorter is a spike or a burst.
    private static final int SHORTEST = 5;

    private ChangePoints() {
    }

    /// @param values one or more series of one length, each in time order; `NaN` is a gap, bridged by a straight line
    /// @return the first index of each stretch but the first, rising; empty for less than two shortest stretches
    public static int[] of(double[]... values) {
        int n = values[0].length;
        double[][] sums = new double[values.length][];
        double[][] squares = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            if (values[i].length != n) {
                throw new IllegalArgumentException("Series of " + n + " and " + values[i].length + " values");
            }
            double[] standard = standard(bridged(values[i]));
            sums[i] = running(standard, false);
            squares[i] = running(standard, true);
        }
        return n < 2 * SHORTEST ? new int[0] : divide(n, new Cost(sums, squares), PENALTY * Math.log(n));
    }

    private static int[] divide(int n, Cost cost, double penalty) {
        double[] best = new double[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        int[] from = new int[n + 1];
        List<Integer> open = new ArrayList<>(List.of(0));
        for (int end = SHORTEST; end <= n; end++) {
            for (int start : open) {
                double total = best[start] + cost.of(start, end) + penalty;
                if (end - start >= SHORTEST && total < best[end]) {
                    best[end] = total;
                    from[end] = start;
                }
            }
            double known = best[end];
            int last = end;
            open.removeIf(start -> last - start >= SHORTEST && best[start] + cost.of(start, last) > known);
            open.add(end - SHORTEST + 1);
        }
        List<Integer> found = new ArrayList<>();
        for (int at = from[n]; at > 0; at = from[at]) {
            found.addFirst(at);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] bridged(double[] values) {
        double[] whole = values.clone();
        int before = -1;
        for (int t = 0; t < whole.length; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            for (int gap = before + 1; gap < t; gap++) {
                whole[gap] = before < 0
                        ? values[t]
                        : values[before] + (values[t] - values[before]) * (gap - before) / (t - before);
            }
            before = t;
        }
        Arrays.fill(whole, before + 1, whole.length, before < 0 ? 0 : whole[before]);
        return whole;
    }

    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average()
                .orElse(0));
        return Arrays.stream(values).map(value -> spread == 0 ? 0 : (value - mean) / spread).toArray();
    }

    private static double[] running(double[] values, boolean squared) {
        double[] sums = new double[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            sums[t + 1] = sums[t] + (squared ? values[t] * values[t] : values[t]);
        }
        return sums;
    }

    /// Squared distance from the mean of a stretch, over all series.
    private record Cost(double[][] sums, double[][] squares) {
        double of(int start, int end) {
            double cost = 0;
            for (int i = 0; i < sums.length; i++) {
                double sum = sums[i][end] - sums[i][start];
                cost += squares[i][end] - squares[i][start] - sum * sum / (end - start);
            }
            return cost;
        }
    }
}
