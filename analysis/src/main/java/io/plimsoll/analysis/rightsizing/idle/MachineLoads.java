package io.plimsoll.analysis.rightsizing.idle;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.LabelledSeries;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// How busy the machines were, by resource id.
final class MachineLoads {

    private final MeasuredUse measured;
    private final InstanceTypes types;

    MachineLoads(MeasuredUse measured, InstanceTypes types) {
        this.measured = measured;
        this.types = types;
    }

    Map<String, MeasuredMachine> of(WorkloadMap map, Cancellation cancellation) {
        Map<String, MeasuredMachine> found = new HashMap<>();
        for (Workload each : map.workloads()) {
            if (each.key().kind().equals(WorkloadKey.MACHINE)) {
                for (BilledResource billed : each.billed()) {
                    load(each, billed, found, cancellation);
                }
            }
        }
        Instant newest = found.values().stream().map(MeasuredMachine::last).max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        found.replaceAll((id, one) -> new MeasuredMachine(one.days(), one.highShare(), one.topShare(),
                one.bytesADay(), one.last(), newest));
        return found;
    }

    private void load(Workload workload, BilledResource billed, Map<String, MeasuredMachine> found,
            Cancellation cancellation) {
        List<LabelledSeries> shares = measured.each(workload, Measure.CPU_SHARE, cancellation);
        List<LabelledSeries> cores = shares.isEmpty()
                ? measured.each(workload, Measure.CPU_CORES, cancellation)
                : List.of();
        List<LabelledSeries> cpu = shares.isEmpty() ? cores : shares;
        double whole = shares.isEmpty()
                ? types.of(billed.skuDetails(), billed.regionId()).map(VmType::vcpu).orElse(Double.NaN)
                : 1;
        double[] values = cpu.stream().flatMapToDouble(each -> Arrays.stream(each.series().values()))
                .map(value -> value / whole).toArray();
        if (values.length == 0) {
            return;
        }
        long first = cpu.stream().mapToLong(each -> each.series().times()[0]).min().orElse(0);
        long last = cpu.stream().mapToLong(each -> each.series().times()[each.series().length() - 1]).max().orElse(0);
        long step = cpu.stream().mapToLong(each -> each.series().step()).max().orElse(0);
        found.put(billed.resourceId(), new MeasuredMachine((last - first + step) / (double) Usage.DAY,
                Robust.quantile(values, 0.95), Arrays.stream(values).max().orElse(Double.NaN),
                network(workload, cancellation), Instant.ofEpochSecond(last), Instant.EPOCH));
    }

    /// Both ways and all interfaces together; of the statistics of one thing the first.
    private double network(Workload workload, Cancellation cancellation) {
        double sum = Double.NaN;
        for (LabelledSeries each : measured.each(workload, Measure.NETWORK_BYTES, cancellation)) {
            double mean = Arrays.stream(each.series().values()).average().orElse(0);
            sum = (Double.isNaN(sum) ? 0 : sum) + mean * Usage.DAY;
        }
        return sum;
    }
}
