package io.plimsoll.analysis.allocation.source;

import java.util.Arrays;

/// The mean of a measure in each hour of a day, put together from the series that follow each other after restarts.
final class HourlyMean {
    static final int HOURS = 24;
    static final double SECONDS = 3600;

    private final double[] sums = new double[HOURS];
    private final double[] seconds = new double[HOURS];

    /// @param mean of `forSeconds`
    void add(int hour, double mean, double forSeconds) {
        sums[hour] += mean * forSeconds;
        seconds[hour] += forSeconds;
    }

    /// 0 for an hour without samples.
    double at(int hour) {
        return seconds[hour] > 0 ? sums[hour] / seconds[hour] : 0;
    }

    boolean isThere(int hour) {
        return seconds[hour] > 0;
    }

    /// What part of the hour was measured, 0..1.
    double presence(int hour) {
        return Math.min(1, seconds[hour] / SECONDS);
    }

    /// Of all that was measured; 0 without.
    double mean() {
        double all = Arrays.stream(seconds).sum();
        return all > 0 ? Arrays.stream(sums).sum() / all : 0;
    }
}
