package io.plimsoll.analysis.rightsizing.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.usage.AliveReplicas;
import io.plimsoll.analysis.series.TimeSeries;

/// The highest memory of each replica on each day, as measured and as it would be if one replica carried all load.
///
/// @param days   of each entry, counted from the first sample; days without any are not counted
/// @param own    bytes
/// @param spread bytes times the replicas alive at the time
public record DailyPeaks(int[] days, double[] own, double[] spread) {
    /// Below this many days a tail says nothing.
    private static final int FEWEST_FOR_TAIL = 5;

    static DailyPeaks of(Usage usage, AliveReplicas alive) {
        List<double[]> peaks = new ArrayList<>();
        long start = usage.first();
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            long day = Long.MIN_VALUE;
            for (int i = 0; i < memory.length(); i++) {
                long today = (memory.times()[i] - start) / Usage.DAY;
                if (today != day) {
                    peaks.add(new double[]{0, 0, today});
                    day = today;
                }
                double[] peak = peaks.getLast();
                peak[0] = Math.max(peak[0], memory.values()[i]);
                peak[1] = Math.max(peak[1], memory.values()[i] * alive.at(memory.times()[i]));
            }
        }
        double[] seen = peaks.stream().mapToDouble(peak -> peak[2]).sorted().distinct().toArray();
        return new DailyPeaks(peaks.stream().mapToInt(peak -> Arrays.binarySearch(seen, peak[2])).toArray(),
                peaks.stream().mapToDouble(peak -> peak[0]).toArray(),
                peaks.stream().mapToDouble(peak -> peak[1]).toArray());
    }

    /// How many replica-days there are.
    int count() {
        return own.length;
    }

    /// Peaks when load grows or is dealt out anew. Memory never falls below what was measured: a smaller share of the load
    /// does not shrink a heap or a cache for certain.
    double[] under(double growth, double perReplica) {
        double[] peaks = new double[own.length];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = Math.max(own[i], Math.max(own[i] * growth, spread[i] * perReplica));
        }
        return peaks;
    }

    static int above(double[] peaks, double ceiling) {
        int count = 0;
        for (double peak : peaks) {
            count += peak > ceiling ? 1 : 0;
        }
        return count;
    }

    /// Kills to expect of all replicas in a day: the larger of those seen and, from five days on, the chance that the highest peak of
    /// any replica exceeds the ceiling, so that it changes smoothly with the ceiling. `NaN` without a peak.
    ///
    /// @param peaks from `under`
    double killsADay(double[] peaks, double ceiling, int replicas) {
        if (peaks.length == 0) {
            return Double.NaN;
        }
        double seen = (double) above(peaks, ceiling) / peaks.length * replicas;
        double[] highest = ofAllReplicas(peaks);
        return highest.length < FEWEST_FOR_TAIL ? seen : Math.max(seen, new PeakTail(highest).chanceAbove(ceiling));
    }

    private double[] ofAllReplicas(double[] peaks) {
        double[] highest = new double[Arrays.stream(days).max().orElse(-1) + 1];
        Arrays.fill(highest, Double.NaN);
        for (int i = 0; i < peaks.length; i++) {
            double before = highest[days[i]];
            highest[days[i]] = Double.isNaN(before) ? peaks[i] : Math.max(before, peaks[i]);
        }
        return Arrays.stream(highest).filter(peak -> !Double.isNaN(peak)).toArray();
    }
}
