package io.plimsoll.analysis.series;

import java.util.Arrays;
import java.util.Comparator;

/// Samples in time order. Times in epoch seconds UTC, strictly rising; a gap is simply absent.
///
/// @param times  epoch seconds; taken over, not copied
/// @param values same length, in the metric's base unit (cores, bytes, ...)
public record TimeSeries(long[] times, double[] values) {
    public TimeSeries {
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times but " + values.length + " values");
        }
    }

    public int length() {
        return times.length;
    }

    /// Samples with `from` <= index < `to`.
    public TimeSeries slice(int from, int to) {
        return new TimeSeries(Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
    }

    /// In rising order of time; of equal times the earlier entry first.
    public TimeSeries sorted() {
        Integer[] order = new Integer[times.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> times[i]));
        long[] rising = new long[order.length];
        double[] beside = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            rising[i] = times[order[i]];
            beside[i] = values[order[i]];
        }
        return new TimeSeries(rising, beside);
    }

    /// The most frequent distance between neighbours in seconds, 0 for less than two samples.
    public long step() {
        if (times.length < 2) {
            return 0;
        }
        // Mostly the first half has but one, which then is the middle one.
        long usual = times[1] - times[0];
        for (int i = 2; i <= times.length / 2 + 1 && i < times.length; i++) {
            if (times[i] - times[i - 1] != usual) {
                return middleStep();
            }
        }
        return usual;
    }

    private long middleStep() {
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that && Arrays.equals(times, that.times)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "TimeSeries[" + times.length + " samples]";
    }
}
