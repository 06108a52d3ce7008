package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.series.TimeSeries;

/// The highest memory of each replica on each day, as measured and as it would be if one replica carried all load.
///
/// @param own    bytes
/// @param spread bytes times the replicas alive at the time
record DailyPeaks(double[] own, double[] spread) {
    /// Below this many days a fitted tail says nothing.
    private static final int FEWEST_FOR_TAIL = 5;
    private static final double EULER = 0.57721566490153286;

    static DailyPeaks of(Usage usage, AliveReplicas alive) {
        List<double[]> peaks = new ArrayList<>();
        long start = usage.first();
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            long day = Long.MIN_VALUE;
            for (int i = 0; i < memory.length(); i++) {
                long today = (memory.times()[i] - start) / Usage.DAY;
                if (today != day) {
                    peaks.add(new double[2]);
                    day = today;
                }
                double[] peak = peaks.getLast();
                peak[0] = Math.max(peak[0], memory.values()[i]);
                peak[1] = Math.max(peak[1], memory.values()[i] * alive.at(memory.times()[i]));
            }
        }
        return new DailyPeaks(peaks.stream().mapToDouble(peak -> peak[0]).toArray(),
                peaks.stream().mapToDouble(peak -> peak[1]).toArray());
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

    /// Chance that a day's peak exceeds the ceiling: the larger of the share seen and the tail of a Gumbel distribution
    /// fitted by moments (block maxima, Gumbel 1958), so that it changes smoothly with the ceiling.
    static double chanceAbove(double[] peaks, double ceiling) {
        if (peaks.length == 0) {
            return Double.NaN;
        }
        double seen = (double) above(peaks, ceiling) / peaks.length;
        if (peaks.length < FEWEST_FOR_TAIL) {
            return seen;
        }
        double mean = 0;
        for (double peak : peaks) {
            mean += peak / peaks.length;
        }
        double squares = 0;
        for (double peak : peaks) {
            squares += (peak - mean) * (peak - mean);
        }
        double scale = Math.sqrt(squares / (peaks.length - 1)) * Math.sqrt(6) / Math.PI;
        if (scale == 0) {
            return seen;
        }
        double reduced = (ceiling - (mean - EULER * scale)) / scale;
        return Math.max(seen, -Math.expm1(-Math.exp(-reduced)));
    }
}
