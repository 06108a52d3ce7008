package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

/// Highest and lowest sample of all replicas in each interval that has any, counted back from the last sample of the use.
///
/// @param highs newest first
/// @param lows  beside them
record Intervals(double[] highs, double[] lows) {
    /// @param seconds length of an interval
    static Intervals of(Usage usage, long seconds, Function<ReplicaUsage, TimeSeries> which) {
        Map<Long, double[]> found = new TreeMap<>();
        long last = usage.last();
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries series = which.apply(replica);
            for (int i = 0; i < series.length(); i++) {
                double value = series.values()[i];
                double[] seen = found.computeIfAbsent((last - series.times()[i]) / seconds,
                        index -> new double[]{value, value});
                seen[0] = Math.max(seen[0], value);
                seen[1] = Math.min(seen[1], value);
            }
        }
        return new Intervals(found.values().stream().mapToDouble(seen -> seen[0]).toArray(),
                found.values().stream().mapToDouble(seen -> seen[1]).toArray());
    }

    int count() {
        return highs.length;
    }
}
