package io.plimsoll.analysis.series;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How far two samples lie apart. `NaN` entries are ignored; an empty sample gives `NaN`.
public final class Distance {
    /// From here on a population has moved a little, by the usual reading of the stability index.
    public static final double PSI_SOME = 0.1;
    /// From here on it has moved much.
    public static final double PSI_MUCH = 0.25;
    /// Stands for an empty bin, so that its logarithm exists.
    private static final double EPSILON = 1e-4;
    private static final int BINS = 10;

    private Distance() {
    }

    /// Population stability index over the ten quantile bins of the reference: the sum of (q - p) ln(q / p), where an empty bin counts as
    /// 1e-4. Bins whose edges coincide are one bin. A value on an edge lies in the bin below it.
    public static double psi(double[] reference, double[] current) {
        double[] before = sorted(reference);
        double[] now = sorted(current);
        if (before.length == 0 || now.length == 0) {
            return Double.NaN;
        }
        double[] edges = new double[BINS - 1];
        for (int i = 1; i < BINS; i++) {
            edges[i - 1] = Robust.quantileOfSorted(before, i / (double) BINS);
        }
        edges = Arrays.stream(edges).distinct().toArray();
        double psi = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= edges.length; i++) {
            double edge = i < edges.length ? edges[i] : Double.POSITIVE_INFINITY;
            psi += term(share(before, last, edge), share(now, last, edge));
            last = edge;
        }
        return psi;
    }

    /// The same over named classes.
    ///
    /// @param reference count by class
    public static double psi(Map<String, Long> reference, Map<String, Long> current) {
        double before = total(reference);
        double now = total(current);
        if (before == 0 || now == 0) {
            return Double.NaN;
        }
        return names(reference, current).stream().mapToDouble(name -> term(reference.getOrDefault(name, 0L) / before,
                current.getOrDefault(name, 0L) / now)).sum();
    }

    /// Jensen-Shannon divergence of two distributions over named classes, in bits: 0 for equal ones, 1 for ones without a common class.
    public static double jensenShannon(Map<String, Long> reference, Map<String, Long> current) {
        double before = total(reference);
        double now = total(current);
        if (before == 0 || now == 0) {
            return Double.NaN;
        }
        return names(reference, current).stream().mapToDouble(name -> {
            double p = reference.getOrDefault(name, 0L) / before;
            double q = current.getOrDefault(name, 0L) / now;
            return (part(p, (p + q) / 2) + part(q, (p + q) / 2)) / 2;
        }).sum();
    }

    /// Largest distance of the two empirical distribution functions (Kolmogorov and Smirnov), 0..1.
    public static double kolmogorovSmirnov(double[] reference, double[] current) {
        double[] before = sorted(reference);
        double[] now = sorted(current);
        if (before.length == 0 || now.length == 0) {
            return Double.NaN;
        }
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < before.length && j < now.length) {
            double at = Math.min(before[i], now[j]);
            while (i < before.length && before[i] <= at) {
                i++;
            }
            while (j < now.length && now[j] <= at) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) before.length - j / (double) now.length));
        }
        return largest;
    }

    /// How likely a distance of at least `statistic` is between two samples of one distribution: Kolmogorov's limit, good from some
    /// hundred values on, too large with many ties.
    ///
    /// @param n size of one sample
    /// @param m of the other
    public static double kolmogorovSmirnovP(double statistic, long n, long m) {
        double x = statistic * Math.sqrt(n * (double) m / (n + m));
        if (x < 0.2) {
            return 1;
        }
        double p = 0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * x * x);
            p += k % 2 == 1 ? term : -term;
            if (term < 1e-300) {
                break;
            }
        }
        return Math.clamp(2 * p, 0, 1);
    }

    /// The area between the two distribution functions, in the unit of the values (Wasserstein's first distance).
    public static double wasserstein(double[] reference, double[] current) {
        double[] before = sorted(reference);
        double[] now = sorted(current);
        if (before.length == 0 || now.length == 0) {
            return Double.NaN;
        }
        double area = 0;
        int i = 0;
        int j = 0;
        double last = Math.min(before[0], now[0]);
        while (i < before.length || j < now.length) {
            double next = Math.min(i < before.length ? before[i] : Double.POSITIVE_INFINITY,
                    j < now.length ? now[j] : Double.POSITIVE_INFINITY);
            area += Math.abs(i / (double) before.length - j / (double) now.length) * (next - last);
            last = next;
            while (i < before.length && before[i] <= next) {
                i++;
            }
            while (j < now.length && now[j] <= next) {
                j++;
            }
        }
        return area;
    }

    private static double term(double p, double q) {
        double before = Math.max(p, EPSILON);
        double now = Math.max(q, EPSILON);
        return (now - before) * Math.log(now / before);
    }

    private static double part(double p, double mean) {
        return p == 0 ? 0 : p * Math.log(p / mean) / Math.log(2);
    }

    /// Of the values in (from, to].
    private static double share(double[] sorted, double from, double to) {
        return (atMost(sorted, to) - atMost(sorted, from)) / (double) sorted.length;
    }

    private static int atMost(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    private static double total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Set<String> names(Map<String, Long> reference, Map<String, Long> current) {
        Set<String> names = new HashSet<>(reference.keySet());
        names.addAll(current.keySet());
        return names;
    }
}
