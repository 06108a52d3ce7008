package io.plimsoll.analysis.rightsizing.current;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.workload.UseSeries;

/// What a machine used in cores and bytes, where only shares of its processors and memory were measured: clouds count per cent of
/// whatever the type has, so that a share is only worth something with the type.
public final class MachineUse {
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);

    private MachineUse() {
    }

    /// Cores and bytes as measured, else shares of `type`. A share of more than 1 is 1.
    ///
    /// @param type that the machine had all the time
    public static Usage of(Situation situation, VmType type, Cancellation cancellation) {
        Usage measured = situation.usage();
        boolean cpu = measured.cpuSamples() > 0;
        boolean memory = measured.memorySamples() > 0;
        if (cpu && memory) {
            return measured;
        }
        Map<String, TimeSeries> cores = cpu ? Map.of() : situation.series().of(Measure.CPU_SHARE, cancellation);
        Map<String, TimeSeries> bytes = memory ? Map.of() : situation.series().of(Measure.MEMORY_SHARE, cancellation);
        Set<String> names = new TreeSet<>(cores.keySet());
        names.addAll(bytes.keySet());
        measured.replicas().forEach(each -> names.add(each.name()));
        List<ReplicaUsage> replicas = names.stream().map(name -> {
            ReplicaUsage known = measured.replicas().stream().filter(each -> each.name().equals(name)).findFirst()
                    .orElse(new ReplicaUsage(name, NOTHING, NOTHING));
            return new ReplicaUsage(name,
                    cpu ? known.cpu() : times(cores.getOrDefault(name, NOTHING), type.vcpu()),
                    memory
                            ? known.memory()
                            : times(bytes.getOrDefault(name, NOTHING), type.memoryGib() * (1L << 30)));
        }).toList();
        return Usage.of(replicas, measured.ooms());
    }

    private static TimeSeries times(TimeSeries shares, double whole) {
        return new TimeSeries(shares.times(),
                Arrays.stream(shares.values()).map(share -> Math.min(1, share) * whole).toArray());
    }

    /// Whether all that is known of its processors is means.
    public static boolean meansOnly(Situation situation) {
        List<UseSeries> cpu = situation.workload().use().stream()
                .filter(each -> each.measure() == Measure.CPU_CORES || each.measure() == Measure.CPU_SHARE).toList();
        return !cpu.isEmpty() && cpu.stream().allMatch(each -> each.statistic() == Statistic.AVERAGE);
    }
}
