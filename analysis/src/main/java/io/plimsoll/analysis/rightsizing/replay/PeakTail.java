package io.plimsoll.analysis.rightsizing.replay;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.plimsoll.analysis.series.Robust;

/// What the highest values of past days say of the next day's.
///
/// That the next of `n + 1` exchangeable peaks is the highest has the chance `1 / (n + 1)`; by how much it then exceeds the highest
/// is taken for exponential, the generalised Pareto tail of shape 0 (Pickands, Annals of Statistics 3, 1975). Its scale is the
/// median step from one peak to the next divided by ln 3: two peaks of one Gumbel distribution differ by a logistic
/// variable, whose absolute value has the median `scale · ln 3`. A single burst or a new level hardly moves it, a steady rise
/// counts as scale. The peaks may be of anything; immutable, safe from any thread.
///
/// @param peaks oldest first, one a day or other block; not empty
public record PeakTail(double[] peaks) {
    private static final double LN_3 = Math.log(3);

    public PeakTail {
        if (peaks.length == 0) {
            throw new IllegalArgumentException("A tail needs a peak");
        }
    }

    public double highest() {
        return Arrays.stream(peaks).max().orElseThrow();
    }

    /// In the unit of the peaks; 0 when fewer than half of the steps are any.
    public double scale() {
        double[] steps = IntStream.range(1, peaks.length).mapToDouble(i -> Math.abs(peaks[i] - peaks[i - 1])).toArray();
        return steps.length == 0 ? 0 : Robust.median(steps) / LN_3;
    }

    /// Chance that the next peak lies above `value`: the share of peaks that did, or where none did the tail.
    public double chanceAbove(double value) {
        long above = Arrays.stream(peaks).filter(peak -> peak > value).count();
        if (above > 0) {
            return (double) above / peaks.length;
        }
        double scale = scale();
        double over = value - highest();
        return scale == 0 ? 0 : Math.exp(-over / scale) / (peaks.length + 1);
    }

    /// The smallest value that the next peak exceeds with at most this chance. Without any scale it is the highest peak, however
    /// small the chance.
    ///
    /// @param chance above 0
    public double valueAt(double chance) {
        int mayExceed = (int) Math.min(peaks.length - 1.0, Math.floor(chance * peaks.length + 1e-9));
        if (mayExceed > 0) {
            double[] sorted = peaks.clone();
            Arrays.sort(sorted);
            return sorted[peaks.length - 1 - mayExceed];
        }
        return highest() + scale() * Math.max(0, -Math.log(chance * (peaks.length + 1)));
    }
}
