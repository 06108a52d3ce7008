package io.plimsoll.analysis.rightsizing.latency;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import io.plimsoll.analysis.series.Robust;

/// Latency by utilisation, as it was measured: never falling, and silent outside of what was seen. Immutable, safe from any thread;
/// a question takes well under a microsecond.
///
/// The fit is made on logarithms, since latencies spread in proportion to themselves. The range holds four fifths of points that the
/// fit did not see: hours are dealt out over two halves, and each half is judged by the fit to the other.
public final class LatencyCurve {
    /// Fewer joined points say nothing about a curve.
    public static final int FEWEST_POINTS = 100;
    /// As many points must lie at or beyond a utilisation, for it to count as seen.
    static final int BEYOND = 10;
    private static final double TAIL = 0.1;
    private static final int MOST_BINS = 8;
    private static final int FEWEST_IN_BIN = 40;

    private final MonotoneFit fit;
    private final double lowest;
    private final double highest;
    private final double[] binEnds;
    private final double[] below;
    private final double[] above;

    private LatencyCurve(MonotoneFit fit, double lowest, double highest, double[] binEnds, double[] below,
            double[] above) {
        this.fit = fit;
        this.lowest = lowest;
        this.highest = highest;
        this.binEnds = binEnds;
        this.below = below;
        this.above = above;
    }

    /// @param points at least `FEWEST_POINTS`
    public static LatencyCurve of(LatencyPoints points) {
        int count = points.count();
        if (count < FEWEST_POINTS) {
            throw new IllegalArgumentException("Too few points for a curve: " + count);
        }
        int[] order = IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble(i -> points.utilisation()[i])).mapToInt(Integer::intValue).toArray();
        double[] x = new double[count];
        double[] y = new double[count];
        boolean[] odd = new boolean[count];
        for (int i = 0; i < count; i++) {
            x[i] = points.utilisation()[order[i]];
            y[i] = Math.log(points.seconds()[order[i]]);
            odd[i] = Math.floorMod(points.times()[order[i]] / 3600, 2L) == 1;
        }
        double[] misses = misses(x, y, odd);
        int bins = Math.clamp(count / FEWEST_IN_BIN, 1, MOST_BINS);
        double[] ends = new double[bins];
        double[] below = new double[bins];
        double[] above = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            int from = bin * count / bins;
            int to = (bin + 1) * count / bins;
            ends[bin] = x[to - 1];
            double[] part = Arrays.copyOfRange(misses, from, to);
            below[bin] = Math.min(0, Robust.quantile(part, TAIL));
            above[bin] = Math.max(0, Robust.quantile(part, 1 - TAIL));
        }
        return new LatencyCurve(MonotoneFit.of(x, y), x[BEYOND - 1], x[count - BEYOND], ends, below, above);
    }

    /// What each half lies off the fit to the other; off its own where one half is empty.
    private static double[] misses(double[] x, double[] y, boolean[] odd) {
        MonotoneFit even = half(x, y, odd, false);
        MonotoneFit other = half(x, y, odd, true);
        double[] misses = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            misses[i] = y[i] - (odd[i] ? even : other).at(x[i]);
        }
        return misses;
    }

    private static MonotoneFit half(double[] x, double[] y, boolean[] odd, boolean wanted) {
        int[] chosen = IntStream.range(0, x.length).filter(i -> odd[i] == wanted).toArray();
        return chosen.length == 0
                ? MonotoneFit.of(x, y)
                : MonotoneFit.of(IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                        IntStream.of(chosen).mapToDouble(i -> y[i]).toArray());
    }

    /// Lowest utilisation that counts as seen.
    public double lowest() {
        return lowest;
    }

    /// Highest utilisation that counts as seen.
    public double highest() {
        return highest;
    }

    public boolean hasSeen(double utilisation) {
        return utilisation >= lowest && utilisation <= highest;
    }

    /// Seconds; only for what was seen.
    public double seconds(double utilisation) {
        return Math.exp(fit.at(checked(utilisation)));
    }

    /// Ends of the range that holds four fifths of what was measured near a utilisation, in seconds.
    public double[] range(double utilisation) {
        int found = Arrays.binarySearch(binEnds, checked(utilisation));
        int bin = Math.min(binEnds.length - 1, found >= 0 ? found : -found - 1);
        double middle = fit.at(utilisation);
        return new double[]{Math.exp(middle + below[bin]), Math.exp(middle + above[bin])};
    }

    private double checked(double utilisation) {
        if (!hasSeen(utilisation)) {
            throw new IllegalArgumentException("Nothing was measured at a utilisation of " + utilisation);
        }
        return utilisation;
    }
}
