package io.plimsoll.analysis.rightsizing.replay;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.usage.AliveReplicas;
import io.plimsoll.analysis.series.TimeSeries;

/// Measured use prepared once, so that any size can be held against it in microseconds. Immutable, safe from any thread.
///
/// With the number of replicas that was there, each replica's samples are replayed as they were. With another number `n`
/// each sample is multiplied by `alive / n`, where `alive` counts the replicas living at its time: the total load at each
/// time is dealt out over the new replicas, and a replica that carried more than its share still does. Growth multiplies
/// all load. Memory is dealt out in the same way but never falls below what was measured; where it does not follow the load
/// of a replica only growth multiplies it.
public final class Replay {
    private static final double MONTH_HOURS = 730;
    private static final double CONFIDENCE = 0.95;

    private final Usage usage;
    private final long step;
    private final AliveReplicas alive;
    private final int replicasThen;
    private final boolean memoryFollows;
    private final LoadCurve cpuOwn;
    private final LoadCurve memory;
    private final DailyPeaks peaks;
    private final double hours;
    private final double daysPerMonth;
    private volatile @Nullable DealtOut dealtOut;

    private Replay(Usage usage, int replicasThen, boolean memoryFollows) {
        this.usage = usage;
        step = Math.max(1, usage.step());
        alive = new AliveReplicas(usage.replicas(), step);
        this.replicasThen = replicasThen;
        this.memoryFollows = memoryFollows;
        cpuOwn = new LoadCurve(usage.cpuValues());
        memory = new LoadCurve(usage.memoryValues());
        peaks = DailyPeaks.of(usage, alive);
        hours = hours(usage);
        daysPerMonth = MONTH_HOURS / 24 / Math.min(1, Math.max(1.0 / 24, usage.days()));
    }

    /// @param replicasThen how many replicas were set while this was measured; 0 if unknown
    public static Replay of(Usage usage, int replicasThen) {
        return new Replay(usage, replicasThen, true);
    }

    /// @param memoryFollows whether memory is dealt out with the load; a model or a heap that is loaded once is not
    public static Replay of(Usage usage, int replicasThen, boolean memoryFollows) {
        return new Replay(usage, replicasThen, memoryFollows);
    }

    /// The same, with what other numbers of replicas need worked out now, so that no slider waits for it.
    public Replay ahead() {
        dealtOut();
        return this;
    }

    /// Only other numbers of replicas need it; an advice mostly keeps the number.
    private DealtOut dealtOut() {
        DealtOut known = dealtOut;
        if (known == null) {
            double[] spread = spread(usage, alive);
            // Of a single replica both are one.
            known = new DealtOut(Arrays.equals(spread, usage.cpuValues()) ? cpuOwn : new LoadCurve(spread),
                    usage.replicas().stream().flatMapToLong(each -> Arrays.stream(each.memory().times()))
                            .mapToInt(alive::at).average().orElse(1));
            dealtOut = known;
        }
        return known;
    }

    /// @param cpu       cores of each sample times the replicas alive at its time
    /// @param meanAlive replicas at a sample of memory
    private record DealtOut(LoadCurve cpu, double meanAlive) {}

    /// Each CPU sample times the replicas that lived then, in cores.
    public static double[] spread(Usage usage, AliveReplicas alive) {
        double[] loads = new double[usage.cpuSamples()];
        int at = 0;
        for (ReplicaUsage replica : usage.replicas()) {
            TimeSeries cpu = replica.cpu();
            for (int i = 0; i < cpu.length(); i++) {
                loads[at++] = cpu.values()[i] * alive.at(cpu.times()[i]);
            }
        }
        return loads;
    }

    /// Samples within an hour, and those of other replicas in it, are too alike to count as evidence of their own.
    private static double hours(Usage usage) {
        Set<Long> hours = new HashSet<>();
        for (ReplicaUsage replica : usage.replicas()) {
            long before = Long.MIN_VALUE;
            for (long time : replica.cpu().times()) {
                long hour = Math.floorDiv(time, 3600L);
                if (hour != before) {
                    hours.add(hour);
                    before = hour;
                }
            }
        }
        return hours.size();
    }

    /// Share of CPU samples above `cores`, replicas as they were; 0 without samples.
    public double violationShare(double cores) {
        return cpuOwn.count() == 0 ? 0 : (double) cpuOwn.countAbove(cores) / cpuOwn.count();
    }

    public boolean cpuMeasured() {
        return cpuOwn.count() > 0;
    }

    public boolean memoryMeasured() {
        return memory.count() > 0;
    }

    /// The cores that a replica stays within for this share of its samples; `NaN` without any.
    public double cpuQuantile(double share, int replicas, double growth) {
        return asItWas(replicas)
                ? cpuOwn.quantile(share) * growth
                : dealtOut().cpu().quantile(share) * growth / replicas;
    }

    /// Bytes of the largest sample as so many replicas would see it; 0 without any.
    public double highestMemory(int replicas) {
        boolean kept = asItWas(replicas) || !memoryFollows;
        return Arrays.stream(peaks.under(kept ? 1 : 0, kept ? 0 : 1.0 / replicas)).max().orElse(0);
    }

    private boolean asItWas(int replicas) {
        return replicas == replicasThen || replicasThen == 0;
    }

    public ReplayResult against(Size size) {
        return against(size, 1);
    }

    /// @param growth factor on all load, 1 for as it was
    public ReplayResult against(Size size, double growth) {
        boolean asItWas = asItWas(size.replicas());
        double perReplica = asItWas ? 0 : growth / size.replicas();
        LoadCurve cpu = asItWas ? cpuOwn : dealtOut().cpu();
        double factor = asItWas ? growth : perReplica;
        boolean judged = cpu.count() > 0 && size.cpuRequest() > 0;
        double request = size.cpuRequest() / factor;
        double violations = judged ? (double) cpu.countAbove(request) / cpu.count() : Double.NaN;
        double throttled = judged ? (double) cpu.countAbove(size.cpuCeiling() / factor) / cpu.count() : Double.NaN;
        double bound = judged ? ClopperPearson.upper(violations * hours, hours, CONFIDENCE) : Double.NaN;
        double unmet = judged ? share(cpu.excess(request), cpu.sum()) : Double.NaN;
        double slack = judged ? share(cpu.idle(request), request * cpu.count()) : Double.NaN;
        double[] highs = peaks.under(asItWas || !memoryFollows ? growth : 0, memoryFollows ? perReplica : 0);
        long ceiling = size.memoryCeiling();
        int kills = ceiling == 0 ? 0 : DailyPeaks.above(highs, ceiling);
        double perMonth = ceiling == 0
                ? Double.NaN
                : peaks.killsADay(highs, ceiling, replicas(size)) * daysPerMonth;
        return new ReplayResult(cpu.count(), violations, bound, throttled, unmet, kills, perMonth, slack,
                memorySlack(size, asItWas || !memoryFollows ? growth : perReplica * dealtOut().meanAlive()));
    }

    /// What was replayed can't rule out, in a pass over all samples: for the size that is proposed, not for sliders.
    public RiskBounds bounds(Size size) {
        ReplayResult result = against(size);
        boolean asItWas = asItWas(size.replicas());
        boolean judged = !Double.isNaN(result.violationShare());
        double throttled = result.throttledShare() == result.violationShare()
                ? result.violationBound()
                : judged ? ClopperPearson.upper(result.throttledShare() * hours, hours, CONFIDENCE) : Double.NaN;
        double unmet = judged
                ? DailyUnmet.of(usage, alive, size.cpuRequest(), asItWas ? 0 : 1.0 / size.replicas()).bound(CONFIDENCE)
                : Double.NaN;
        boolean limited = size.memoryCeiling() > 0 && peaks.count() > 0;
        double kills = limited
                ? ClopperPearson.upper(result.oomKills(), peaks.count(), CONFIDENCE) * daysPerMonth * replicas(size)
                : Double.NaN;
        return new RiskBounds(result.violationBound(), throttled, unmet, kills,
                limited ? BumpedKills.perReplicaDay(usage, size.memoryCeiling(), step) : Double.NaN);
    }

    /// Bounds of the violation share around what was replayed, two-sided, an hour counting as one observation.
    ///
    /// @return low and high, in 0..1
    public double[] violationRange(double share, double confidence) {
        double tail = (1 + confidence) / 2;
        return new double[]{ClopperPearson.lower(share * hours, hours, tail),
            ClopperPearson.upper(share * hours, hours, tail)};
    }

    private double memorySlack(Size size, double factor) {
        if (memory.count() == 0 || size.memoryRequest() == 0) {
            return Double.NaN;
        }
        double request = size.memoryRequest() / Math.max(1, factor);
        return share(memory.idle(request), request * memory.count());
    }

    private int replicas(Size size) {
        return Math.max(1, size.replicas());
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
