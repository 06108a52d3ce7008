package io.plimsoll.analysis.rightsizing.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.series.TimeSeries;

/// Utilisation and latency of the same times.
///
/// @param times       epoch seconds, the start of each bucket
/// @param utilisation CPU use of a replica by what it may use
/// @param seconds     above 0
public record LatencyPoints(long[] times, double[] utilisation, double[] seconds) {
    public int count() {
        return times.length;
    }

    /// Joins in buckets as wide as the coarser of both steps; of each bucket the means count.
    ///
    /// @param cpu     cores by replica
    /// @param latency seconds by replica. A replica is held against its own use; one that CPU does not know, such as the service as a
    ///                whole, against the mean use of all replicas
    /// @param ceiling cores that a replica may use, above 0
    /// @param from    times before are left out, epoch seconds
    public static LatencyPoints join(Map<String, TimeSeries> cpu, Map<String, TimeSeries> latency, double ceiling,
            long from) {
        long step = Math.max(step(cpu), step(latency));
        List<double[]> found = new ArrayList<>();
        if (step > 0) {
            Map<Long, double[]> all = new TreeMap<>();
            cpu.values().forEach(series -> add(all, series, step, from));
            latency.forEach((replica, series) -> {
                Map<Long, double[]> own = all;
                @Nullable
                TimeSeries use = cpu.get(replica);
                if (use != null) {
                    own = new TreeMap<>();
                    add(own, use, step, from);
                }
                Map<Long, double[]> slow = new TreeMap<>();
                add(slow, series, step, from);
                Map<Long, double[]> beside = own;
                slow.forEach((bucket, sum) -> {
                    double[] used = beside.get(bucket);
                    if (used != null && sum[0] > 0) {
                        found.add(new double[]{bucket * step, used[0] / used[1] / ceiling, sum[0] / sum[1]});
                    }
                });
            });
        }
        return new LatencyPoints(found.stream().mapToLong(each -> (long) each[0]).toArray(),
                found.stream().mapToDouble(each -> each[1]).toArray(),
                found.stream().mapToDouble(each -> each[2]).toArray());
    }

    private static long step(Map<String, TimeSeries> series) {
        return series.values().stream().mapToLong(TimeSeries::step).max().orElse(0);
    }

    private static void add(Map<Long, double[]> buckets, TimeSeries series, long step, long from) {
        for (int i = 0; i < series.length(); i++) {
            double value = series.values()[i];
            if (series.times()[i] >= from && Double.isFinite(value) && value >= 0) {
                double[] sum = buckets.computeIfAbsent(Math.floorDiv(series.times()[i], step), any -> new double[2]);
                sum[0] += value;
                sum[1]++;
            }
        }
    }
}
