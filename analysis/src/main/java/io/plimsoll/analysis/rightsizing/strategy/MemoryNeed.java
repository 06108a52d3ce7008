package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;

import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.replay.PeakTail;
import io.plimsoll.analysis.series.TimeSeries;

/// How much memory a replica needs so that at most a stated number of kills a month is to be expected.
///
/// Eight days are cut into eight blocks, and the highest value of any replica in each is held against `PeakTail`. Of shorter data
/// eighths stand in for days: what is stated then holds for as many eighths as a month has days. Nothing is left out at the
/// start of a container: start-up peaks kill as well as others. Never below the newest block's peak; a kill raises the need as in
/// `OomBump`.
final class MemoryNeed {
    private static final int DAYS = 8;
    private static final int BLOCKS = 8;
    private static final double DAYS_PER_MONTH = 730 / 24.0;

    private MemoryNeed() {
    }

    /// @param training     with at least one memory sample
    /// @param killsAMonth  of all replicas, above 0
    /// @param request      bytes asked for now, 0 if unknown
    /// @return bytes
    static double of(Usage training, double killsAMonth, long request) {
        Usage recent = training.lastDays(DAYS);
        double[] peaks = blockPeaks(recent.memorySamples() == 0 ? training : recent);
        double needed = new PeakTail(peaks).valueAt(killsAMonth / DAYS_PER_MONTH);
        return Math.max(Math.max(needed, peaks[peaks.length - 1]), afterKills(training, request));
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
