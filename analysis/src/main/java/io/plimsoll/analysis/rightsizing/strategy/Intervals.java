package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.function.Function;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

/// Highest and lowest sample of all replicas in each interval that has any, counted back from the last sample of the use.
///
/// @param highs newest first
/// @param lows  beside them
record Intervals(double[] highs, double[] lows) {
    /// @param usage   of days, not years: it takes memory for each interval from first to last sample
    /// @param seconds length of an interval
    static Intervals ofCpu(Usage usage, long seconds) {
        return usage.derived(new Of(seconds, false));
    }

    /// @param usage   as above
    /// @param seconds length of an interval
    static Intervals ofMemory(Usage usage, long seconds) {
        return usage.derived(new Of(seconds, true));
    }

    /// Several strategies ask for the same.
    private record Of(long seconds, boolean memory) implements Function<Usage, Intervals> {
        @Override
        public Intervals apply(Usage usage) {
            return of(usage, seconds, memory ? ReplicaUsage::memory : ReplicaUsage::cpu);
        }
    }

    private static Intervals of(Usage usage, long seconds, Function<ReplicaUsage, TimeSeries> which) {
        long last = usage.last();
        double[] highs = new double[(int) ((last - usage.first()) / seconds) + 1];
        Arrays.fill(highs, Double.NaN);
        double[] lows = highs.clone();
        int count = 0;
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries series = which.apply(replica);
            for (int i = 0; i < series.length(); i++) {
                int interval = (int) ((last - series.times()[i]) / seconds);
                double value = series.values()[i];
                if (Double.isNaN(highs[interval])) {
                    highs[interval] = value;
                    lows[interval] = value;
                    count++;
                } else {
                    highs[interval] = Math.max(highs[interval], value);
                    lows[interval] = Math.min(lows[interval], value);
                }
            }
        }
        return count == highs.length ? new Intervals(highs, lows) : new Intervals(seen(highs), seen(lows));
    }

    private static double[] seen(double[] values) {
        double[] seen = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                seen[count++] = value;
            }
        }
        return Arrays.copyOf(seen, count);
    }

    int count() {
        return highs.length;
    }
}
