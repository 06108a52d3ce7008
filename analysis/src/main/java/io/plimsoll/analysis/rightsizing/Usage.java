package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.plimsoll.analysis.series.TimeSeries;

/// What was measured of one workload. Replicas come and go, so their series differ in start and length.
///
/// @param replicas series strictly rising in time, finite, not negative; replicas without a sample are left out
/// @param ooms     kills seen in the same time, in time order
/// @param repairs  what had to be mended to get there
public record Usage(List<ReplicaUsage> replicas, List<OomKill> ooms, UsageRepairs repairs) {
    public static final long DAY = 86_400;

    public Usage {
        replicas = List.copyOf(replicas);
        ooms = List.copyOf(ooms);
    }

    /// Takes raw series in any order and state, and mends them.
    public static Usage of(List<ReplicaUsage> raw, List<OomKill> ooms) {
        List<ReplicaUsage> clean = new ArrayList<>();
        UsageRepairs repairs = UsageRepairs.NONE;
        for (ReplicaUsage replica : raw) {
            RepairedSeries cpu = RepairedSeries.of(replica.cpu());
            RepairedSeries memory = RepairedSeries.of(replica.memory());
            repairs = repairs.plus(cpu.repairs()).plus(memory.repairs());
            ReplicaUsage mended = new ReplicaUsage(replica.name(), cpu.series(), memory.series());
            if (!mended.isEmpty()) {
                clean.add(mended);
            }
        }
        return new Usage(clean, ooms.stream().sorted((a, b) -> Long.compare(a.time(), b.time())).toList(), repairs);
    }

    public static Usage of(ReplicaUsage... raw) {
        return of(List.of(raw), List.of());
    }

    public boolean isEmpty() {
        return replicas.isEmpty();
    }

    /// Seconds between samples: the largest of the replicas' usual steps, 0 when no replica has two samples.
    public long step() {
        return replicas.stream().mapToLong(each -> Math.max(each.cpu().step(), each.memory().step())).max().orElse(0);
    }

    /// Time of the first sample in epoch seconds, 0 when empty.
    public long first() {
        return replicas.stream().mapToLong(ReplicaUsage::first).min().orElse(0);
    }

    /// Time of the last sample in epoch seconds, 0 when empty.
    public long last() {
        return replicas.stream().mapToLong(ReplicaUsage::last).max().orElse(0);
    }

    /// Days from the first sample to the end of the last one's step.
    public double days() {
        return isEmpty() ? 0 : (double) (last() - first() + step()) / DAY;
    }

    public int cpuSamples() {
        return replicas.stream().mapToInt(each -> each.cpu().length()).sum();
    }

    public int memorySamples() {
        return replicas.stream().mapToInt(each -> each.memory().length()).sum();
    }

    /// CPU values of all replicas, in cores, without order.
    public double[] cpuValues() {
        return values(ReplicaUsage::cpu);
    }

    /// Memory values of all replicas, in bytes, without order.
    public double[] memoryValues() {
        return values(ReplicaUsage::memory);
    }

    /// The highest CPU value of any replica, in cores; 0 without any.
    public double highestCpu() {
        return highest(ReplicaUsage::cpu);
    }

    /// The highest memory value of any replica, in bytes; 0 without any.
    public double highestMemory() {
        return highest(ReplicaUsage::memory);
    }

    private double highest(Function<ReplicaUsage, TimeSeries> which) {
        return Arrays.stream(values(which)).max().orElse(0);
    }

    private double[] values(Function<ReplicaUsage, TimeSeries> which) {
        return replicas.stream().flatMapToDouble(each -> Arrays.stream(which.apply(each).values())).toArray();
    }

    /// Share of the steps between first and last sample in which no replica reported, in 0..1: of CPU or of memory,
    /// whichever has more holes. A metric without any sample doesn't count.
    public double gapShare() {
        return Math.max(gapShare(ReplicaUsage::cpu), gapShare(ReplicaUsage::memory));
    }

    private double gapShare(Function<ReplicaUsage, TimeSeries> which) {
        long step = step();
        long start = first();
        long seen = replicas.stream().flatMapToLong(each -> Arrays.stream(which.apply(each).times()))
                .map(time -> step == 0 ? 0 : (time - start + step / 2) / step).distinct().count();
        return step == 0 || seen == 0 ? 0 : Math.max(0, 1 - (double) seen / ((last() - start + step / 2) / step + 1));
    }

    /// How many replicas were alive at the last sample: those heard from within the last two steps.
    public int replicasAtEnd() {
        long heard = last() - 2 * step();
        return (int) replicas.stream().filter(each -> each.last() >= heard).count();
    }

    /// Samples with `from` <= time < `to`, epoch seconds.
    public Usage between(long from, long to) {
        return new Usage(replicas.stream().map(each -> each.between(from, to)).filter(each -> !each.isEmpty()).toList(),
                ooms.stream().filter(kill -> kill.time() >= from && kill.time() < to).toList(), repairs);
    }

    /// The newest `days` days.
    public Usage lastDays(double days) {
        long end = last() + Math.max(1, step());
        return isEmpty() ? this : between(end - Math.round(days * DAY), end);
    }

    /// Divides in time: the first `fraction` to learn from, the rest held back to judge by.
    ///
    /// @param fraction in 0..1
    public Split split(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("Fraction must lie in 0..1: " + fraction);
        }
        long end = last() + Math.max(1, step());
        long cut = first() + Math.round(fraction * (end - first()));
        return new Split(between(Long.MIN_VALUE, cut), between(cut, Long.MAX_VALUE));
    }

    /// What a strategy may see, and what it is judged by.
    public record Split(Usage training, Usage heldBack) {}
}
