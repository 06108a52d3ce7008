package io.plimsoll.analysis.anomaly.cause;

import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// How far leaves stray without a cause: learnt from the side that did not change, taken to be as wide on the other.
///
/// The density of a distance is a histogram up to a high quantile and an exponential tail beyond it, so that nothing is believed
/// impossible just because few leaves were seen.
final class QuietNoise {
    private static final int BINS = 20;
    private static final double LARGEST_TAIL = 0.1;
    private static final double SMALLEST_TAIL = 0.005;
    private static final int TAIL_LEAVES = 50;
    /// Smallest believable end of the histogram and mean of the tail, as shares of cost.
    private static final double SMALLEST_EDGE = 0.01;
    private static final double SMALLEST_EXCESS = 0.002;
    private static final double IMPOSSIBLE = -20;

    private final double[] body = new double[BINS];
    private final double edge;
    private final double excess;
    private final double tail;

    /// @param distance of the quiet leaves, not negative, any order
    QuietNoise(double[] distance) {
        double[] sorted = distance.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        tail = Math.clamp(TAIL_LEAVES / (double) Math.max(1, n), SMALLEST_TAIL, LARGEST_TAIL);
        edge = n == 0 ? SMALLEST_EDGE : Math.max(SMALLEST_EDGE, Robust.quantileOfSorted(sorted, 1 - tail));
        double sum = 0;
        int beyond = 0;
        for (double each : sorted) {
            if (each < edge) {
                body[(int) (each / edge * BINS)]++;
            } else {
                sum += each - edge;
                beyond++;
            }
        }
        excess = Math.max(SMALLEST_EXCESS, Math.max(edge / BINS, beyond == 0 ? 0 : sum / beyond));
        for (int i = 0; i < BINS; i++) {
            body[i] = (1 - tail) * (body[i] + 1) / (n - beyond + BINS) / (edge / BINS);
        }
    }

    /// Logarithm of the density of a signed distance.
    double logDensity(double x) {
        double size = Math.abs(x);
        double log = size < edge
                ? Math.log(body[(int) (size / edge * BINS)])
                : Math.log(tail / excess) - (size - edge) / excess;
        return Math.max(IMPOSSIBLE, log - Math.log(2));
    }
}
