package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;

/// Whether a workload's CPU repeats from week to week.
final class WeeklyRhythm {
    static final int WEEKS = 3;
    private static final double REPEATS_ABOVE = 0.3;
    private static final int WEEK_HOURS = 7 * 24;

    private WeeklyRhythm() {
    }

    /// True with three weeks of data and an autocorrelation at seven days above 0.3.
    static boolean repeats(Usage usage) {
        return usage.days() >= WEEKS * 7 - 0.01 && autocorrelation(hourly(usage), WEEK_HOURS) > REPEATS_ABOVE;
    }

    private static double[] hourly(Usage usage) {
        long start = usage.first();
        int hours = (int) ((usage.last() - start) / 3600) + 1;
        double[] sums = new double[hours];
        int[] counts = new int[hours];
        for (ReplicaUsage replica : usage.replicas()) {
            for (int i = 0; i < replica.cpu().length(); i++) {
                int hour = (int) ((replica.cpu().times()[i] - start) / 3600);
                sums[hour] += replica.cpu().values()[i];
                counts[hour]++;
            }
        }
        for (int hour = 0; hour < hours; hour++) {
            sums[hour] = counts[hour] == 0 ? Double.NaN : sums[hour] / counts[hour];
        }
        return sums;
    }

    /// Over the pairs that both have a value; 0 when nothing varies.
    static double autocorrelation(double[] values, int lag) {
        double mean = Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = lag; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && !Double.isNaN(values[i - lag])) {
                double a = values[i - lag] - mean;
                double b = values[i] - mean;
                product += a * b;
                left += a * a;
                right += b * b;
            }
        }
        return left == 0 || right == 0 ? 0 : product / Math.sqrt(left * right);
    }
}
