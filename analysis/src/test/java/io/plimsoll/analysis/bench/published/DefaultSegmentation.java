package io.plimsoll.analysis.bench.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The defaults of two known methods: a changed mean, penalty MBIC (Zhang and Siegmund 2007), at most five changes for binary
/// segmentation. They look at values of mean 0 and deviation 1.
final class DefaultSegmentation {
    private DefaultSegmentation() {
    }

    static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average()
                .orElseThrow());
        return Arrays.stream(values).map(value -> (value - mean) / spread).toArray();
    }

    static int[] pelt(double[] values) {
        int n = values.length;
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        best[0] = -3 * Math.log(n);
        for (int end = 1; end <= n; end++) {
            best[end] = Double.POSITIVE_INFINITY;
            for (int start = 0; start < end; start++) {
                double total = best[start] + cost(values, start, end) + Math.log((double) (end - start) / n)
                        + 3 * Math.log(n);
                if (total < best[end]) {
                    best[end] = total;
                    from[end] = start;
                }
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int at = from[n]; at > 0; at = from[at]) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    static int[] binary(double[] values) {
        int n = values.length;
        Set<Integer> found = new TreeSet<>();
        while (found.size() < 5) {
            double most = Double.NEGATIVE_INFINITY;
            int where = 0;
            for (int[] stretch : CoveringScore.stretches(found.stream().mapToInt(Integer::intValue).toArray(), n)) {
                for (int at = stretch[0] + 1; at < stretch[1]; at++) {
                    double gain = cost(values, stretch[0], stretch[1]) - cost(values, stretch[0], at)
                            - cost(values, at, stretch[1]) + Math.log((double) (stretch[1] - stretch[0]) / n)
                            - Math.log((double) (at - stretch[0]) / n) - Math.log((double) (stretch[1] - at) / n);
                    if (gain > most) {
                        most = gain;
                        where = at;
                    }
                }
            }
            if (most < 3 * Math.log(n)) {
                break;
            }
            found.add(where);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double cost(double[] values, int start, int end) {
        double sum = 0;
        double squares = 0;
        for (int t = start; t < end; t++) {
            sum += values[t];
            squares += values[t] * values[t];
        }
        return squares - sum * sum / (end - start);
    }
}
