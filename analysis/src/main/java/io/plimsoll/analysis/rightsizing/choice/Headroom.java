package io.plimsoll.analysis.rightsizing.choice;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.machine.VmRule;
import io.plimsoll.analysis.series.Robust;

/// The least that a shrunk replica keeps, whatever a strategy says: the 99.5th percentile of CPU at 80 %, the highest memory at
/// 85 %, as `VmRule.USUAL` has it for machines.
///
/// @param cores  0 if CPU was not measured
/// @param memory bytes, 0 if it was not measured
public record Headroom(double cores, double memory) {
    /// Shorter lives have too few samples for a percentile of their own.
    private static final long SHORTEST_LIFE = Usage.DAY;

    public static Headroom of(Usage usage) {
        double busiest = usage.replicas().stream().filter(Headroom::livedLong)
                .mapToDouble(each -> percentile(each.cpu().values())).max()
                .orElseGet(() -> percentile(usage.cpuValues()));
        double memory = usage.highestMemory();
        return new Headroom(busiest / VmRule.USUAL.cpuTarget(), memory / VmRule.USUAL.memoryTarget());
    }

    /// What is kept if a bound from the inside holds as well.
    public Headroom atLeast(CapacityFinding inside) {
        return new Headroom(Math.max(cores, inside.leastCores()), Math.max(memory, inside.leastMemory()));
    }

    private static boolean livedLong(ReplicaUsage replica) {
        long[] times = replica.cpu().times();
        return times.length > 1 && times[times.length - 1] - times[0] >= SHORTEST_LIFE;
    }

    private static double percentile(double[] values) {
        return values.length == 0 ? 0 : Robust.quantile(values, VmRule.USUAL.cpuPercentile());
    }
}
