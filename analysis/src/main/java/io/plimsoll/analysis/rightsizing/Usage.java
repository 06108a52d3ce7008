package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.plimsoll.analysis.rightsizing.usage.Distinct;
import io.plimsoll.analysis.rightsizing.usage.RepairedSeries;
import io.plimsoll.analysis.series.TimeSeries;

/// What was measured of one workload. Replicas come and go, so their series differ in start and length. Immutable, safe from any
/// thread; what was once derived from it is kept as long as it is.
public final class Usage {
    public static final long DAY = 86_400;

    private final List<ReplicaUsage> replicas;
    private final List<OomKill> ooms;
    private final UsageRepairs repairs;
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();
    private final long first;
    private final long last;
    private volatile long step = -1;

    /// @param replicas series strictly rising in time, finite, not negative; replicas without a sample are left out
    /// @param ooms     kills seen in the same time, in time order
    /// @param repairs  what had to be mended to get there
    public Usage(List<ReplicaUsage> replicas, List<OomKill> ooms, UsageRepairs repairs) {
        this.replicas = List.copyOf(replicas);
        this.ooms = List.copyOf(ooms);
        this.repairs = repairs;
        this.first = replicas.stream().mapToLong(ReplicaUsage::first).min().orElse(0);
        this.last = replicas.stream().mapToLong(ReplicaUsage::last).max().orElse(0);
    }

    public List<ReplicaUsage> replicas() {
        return replicas;
    }

    public List<OomKill> ooms() {
        return ooms;
    }

    public UsageRepairs repairs() {
        return repairs;
    }

    /// What follows from this use alone, worked out once however many strategies ask: two functions that are equal, such as records
    /// with the same values, are one.
    @SuppressWarnings("unchecked")
    public <T> T derived(Function<Usage, T> of) {
        Object known = derived.get(of);
        if (known == null) {
            known = of.apply(this);
            derived.put(of, known);
        }
        return (T) known;
    }

    /// Takes raw series in any order and state, and mends them.
    public static Usage of(List<ReplicaUsage> raw, List<OomKill> ooms) {
        List<ReplicaUsage> clean = new ArrayList<>();
        UsageRepairs repairs = UsageRepairs.NONE;
        for (ReplicaUsage replica : raw) {
            RepairedSeries cpu = RepairedSeries.of(replica.cpu(), RepairedSeries.MOST_CORES);
            RepairedSeries memory = RepairedSeries.of(replica.memory(), RepairedSeries.MOST_BYTES);
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
        long known = step;
        if (known < 0) {
            known = replicas.stream().mapToLong(each -> Math.max(each.cpu().step(), each.memory().step())).max()
                    .orElse(0);
            step = known;
        }
        return known;
    }

    /// Time of the first sample in epoch seconds, 0 when empty.
    public long first() {
        return first;
    }

    /// Time of the last sample in epoch seconds, 0 when empty.
    public long last() {
        return last;
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

    /// Share of CPU values above a number of cores, in 0..1; 0 without any.
    public double cpuShareAbove(double cores) {
        int above = 0;
        for (ReplicaUsage replica : replicas) {
            for (double value : replica.cpu().values()) {
                above += value > cores ? 1 : 0;
            }
        }
        return above == 0 ? 0 : (double) above / cpuSamples();
    }

    private double highest(Function<ReplicaUsage, TimeSeries> which) {
        double highest = 0;
        for (ReplicaUsage replica : replicas) {
            for (double value : which.apply(replica).values()) {
                highest = Math.max(highest, value);
            }
        }
        return highest;
    }

    private double[] values(Function<ReplicaUsage, TimeSeries> which) {
        double[] all = new double[replicas.stream().mapToInt(each -> which.apply(each).length()).sum()];
        int at = 0;
        for (ReplicaUsage replica : replicas) {
            double[] values = which.apply(replica).values();
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    /// Share of the steps between first and last sample in which no replica reported, in 0..1: of CPU or of memory,
    /// whichever has more holes. A metric without any sample doesn't count.
    public double gapShare() {
        return Math.max(gapShare(ReplicaUsage::cpu), gapShare(ReplicaUsage::memory));
    }

    private double gapShare(Function<ReplicaUsage, TimeSeries> which) {
        long step = step();
        long start = first();
        long seen = step == 0
                ? 0
                : Distinct.steps(replicas.stream().map(each -> which.apply(each).times()).toList(), start, step);
        return seen == 0 ? 0 : Math.max(0, 1 - (double) seen / ((last() - start + step / 2) / step + 1));
    }

    /// How many replicas were alive at the last sample: those heard from within the last two steps.
    public int replicasAtEnd() {
        long heard = last() - 2 * step();
        return (int) replicas.stream().filter(each -> each.last() >= heard).count();
    }

    /// Samples with `from` <= time < `to`, epoch seconds.
    public Usage between(long from, long to) {
        if (from <= first && last < to && ooms.stream().allMatch(kill -> kill.time() >= from && kill.time() < to)) {
            // What was derived of all of it serves a part that leaves nothing out.
            return this;
        }
        return new Usage(replicas.stream().map(each -> each.between(from, to)).filter(each -> !each.isEmpty()).toList(),
                ooms.stream().filter(kill -> kill.time() >= from && kill.time() < to).toList(), repairs);
    }

    /// The newest `days` days.
    public Usage lastDays(double days) {
        return derived(new LastDays(days));
    }

    /// Divides in time: the first `fraction` to learn from, the rest held back to judge by.
    ///
    /// @param fraction in 0..1
    public Split split(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("Fraction must lie in 0..1: " + fraction);
        }
        return derived(new SplitAt(fraction));
    }

    private record LastDays(double days) implements Function<Usage, Usage> {
        @Override
        public Usage apply(Usage usage) {
            long end = usage.last() + Math.max(1, usage.step());
            return usage.isEmpty() ? usage : usage.between(end - Math.round(days * DAY), end);
        }
    }

    private record SplitAt(double fraction) implements Function<Usage, Split> {
        @Override
        public Split apply(Usage usage) {
            long end = usage.last() + Math.max(1, usage.step());
            long cut = usage.first() + Math.round(fraction * (end - usage.first()));
            return new Split(usage.between(Long.MIN_VALUE, cut), usage.between(cut, Long.MAX_VALUE));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usage that && replicas.equals(that.replicas) && ooms.equals(that.ooms)
                && repairs.equals(that.repairs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(replicas, ooms, repairs);
    }

    @Override
    public String toString() {
        return "Usage[" + replicas.size() + " replicas, " + cpuSamples() + " and " + memorySamples() + " samples]";
    }

    /// What a strategy may see, and what it is judged by.
    public record Split(Usage training, Usage heldBack) {}
}
