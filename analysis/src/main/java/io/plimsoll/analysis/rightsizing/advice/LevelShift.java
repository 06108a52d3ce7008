package io.plimsoll.analysis.rightsizing.advice;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// Whether the last two days lie on another level than the days before.
public final class LevelShift {
    /// Half as much again, or two thirds: smaller moves are what a margin is for.
    public static final double LARGE = 1.5;
    private static final int RECENT_DAYS = 2;
    private static final int FEWEST_BEFORE = 3;
    /// Below 20 millicores a factor says nothing.
    private static final double NOISE_CORES = 0.02;

    private LevelShift() {
    }

    /// Median of daily mean CPU of the last two days, by that of the days before; 1 when there are too few days.
    public static double of(Usage usage) {
        int days = (int) Math.floor(usage.days() + 0.01);
        if (days < RECENT_DAYS + FEWEST_BEFORE || usage.cpuSamples() == 0) {
            return 1;
        }
        double[] means = new double[days];
        long end = usage.last() + Math.max(1, usage.step());
        for (int day = 0; day < days; day++) {
            long to = end - (days - 1L - day) * Usage.DAY;
            DoubleSummaryStatistics today = new DoubleSummaryStatistics();
            for (ReplicaUsage each : usage.replicas()) {
                for (double value : each.cpuBetween(to - Usage.DAY, to).values()) {
                    today.accept(value);
                }
            }
            means[day] = today.getCount() == 0 ? Double.NaN : today.getAverage();
        }
        double before = Robust.median(Arrays.copyOf(means, days - RECENT_DAYS));
        double recent = Robust.median(Arrays.copyOfRange(means, days - RECENT_DAYS, days));
        boolean unknown = Double.isNaN(before) || Double.isNaN(recent);
        return unknown || Math.abs(recent - before) < NOISE_CORES ? 1 : recent / Math.max(before, 1e-9);
    }
}
