package io.plimsoll.analysis.anomaly.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// What a time of day let expect before some moment: the median of the readings within an hour and a half of it on the fourteen days
/// before. The detector judges with its own, which moves on; this one stands still, so that an event can be measured.
/// For one thread at a time.
final class Expectation {
    static final long DAY = 86_400;
    private static final long DAYS = 14;
    private static final long NEAR = 5400;
    private static final double LEAST_SCALE = 0.02;

    private final TimeSeries series;
    private final int from;
    private final int to;
    private final double scale;
    private final double[] residuals;
    /// By the second of the day: an event asks for the same times of day again and again.
    private final Map<Long, Double> known = new HashMap<>();

    /// @param before only readings before this time count, epoch seconds
    Expectation(TimeSeries series, long before) {
        this.series = series;
        this.from = at(series, before - DAYS * DAY);
        this.to = at(series, before);
        this.residuals = new double[Math.max(0, to - from)];
        for (int i = from; i < to; i++) {
            residuals[i - from] = Math.abs(series.values()[i] - of(series.times()[i]));
        }
        double level = Robust.median(
                Arrays.stream(Arrays.copyOfRange(series.values(), from, to)).map(Math::abs).toArray());
        this.scale = Math.max(Math.max(Robust.NORMAL * Robust.median(residuals), LEAST_SCALE * level), 1e-12);
    }

    /// The first index with this time or a later one.
    static int at(TimeSeries series, long time) {
        int found = Arrays.binarySearch(series.times(), time);
        return found < 0 ? -found - 1 : found;
    }

    /// @return `NaN` if nothing was measured at that time of day
    double of(long time) {
        return known.computeIfAbsent(Math.floorMod(time, DAY), this::ofSecond);
    }

    private double ofSecond(long second) {
        double[] pool = new double[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            long apart = Math.abs(Math.floorMod(series.times()[i], DAY) - second);
            if (Math.min(apart, DAY - apart) < NEAR) {
                pool[count++] = series.values()[i];
            }
        }
        return Robust.median(Arrays.copyOf(pool, count));
    }

    /// Robust deviation of a reading from what was expected of it; positive.
    double scale() {
        return scale;
    }

    /// The quantile of how far readings lay off before.
    double residual(double p) {
        return Robust.quantile(residuals, p);
    }
}
