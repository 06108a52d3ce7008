package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// How much memory is needed when use creeps up: the highest peak of eight days, or where the peaks are heading.
///
/// Eight days are cut into eight blocks (shorter data into eighths). Heading means: the last block's peak plus several
/// times the 80th percentile of the rises from block to block, falls counting as no rise. Nothing is left out at the start
/// of a container: start-up peaks kill as well as others. A kill raises the need as in `OomBump`.
final class MemoryDrift {
    private static final int DAYS = 8;
    private static final int BLOCKS = 8;
    private static final double RISE_PERCENTILE = 0.8;

    private MemoryDrift() {
    }

    /// @param training with at least one memory sample
    /// @param rises    how many usual rises are still to come
    /// @param request  bytes asked for now, 0 if unknown
    /// @return bytes
    static double needed(Usage training, double rises, long request) {
        Usage recent = training.lastDays(DAYS);
        double[] peaks = blockPeaks(recent.memorySamples() == 0 ? training : recent);
        double[] upward = IntStream.range(1, peaks.length).mapToDouble(i -> Math.max(0, peaks[i] - peaks[i - 1]))
                .toArray();
        double highest = Arrays.stream(peaks).max().orElse(0);
        double heading = upward.length == 0
                ? 0
                : peaks[peaks.length - 1] + rises * Robust.quantile(upward, RISE_PERCENTILE);
        return Math.max(Math.max(highest, heading), afterKills(training, request));
    }

    private static double[] blockPeaks(Usage usage) {
        long start = usage.first();
        double width = (usage.last() - start + Math.max(1, usage.step())) / (double) BLOCKS;
        double[] peaks = new double[BLOCKS];
        Arrays.fill(peaks, Double.NaN);
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries memory = replica.memory();
            for (int i = 0; i < memory.length(); i++) {
                int block = Math.min(BLOCKS - 1, (int) ((memory.times()[i] - start) / width));
                peaks[block] = Double.isNaN(peaks[block])
                        ? memory.values()[i]
                        : Math.max(peaks[block], memory.values()[i]);
            }
        }
        return Arrays.stream(peaks).filter(peak -> !Double.isNaN(peak)).toArray();
    }

    /// A kill of a replica that left no samples still says that the request was too small.
    private static double afterKills(Usage usage, long request) {
        double needed = 0;
        for (OomKill kill : usage.ooms()) {
            TimeSeries memory = usage.replicas().stream().filter(each -> each.name().equals(kill.replica()))
                    .map(ReplicaUsage::memory).findFirst().orElse(new TimeSeries(new long[0], new double[0]));
            needed = Math.max(needed, OomBump.needed(memory, kill.time(), request));
        }
        return needed;
    }
}
