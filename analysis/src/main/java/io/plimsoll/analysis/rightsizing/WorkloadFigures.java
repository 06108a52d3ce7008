package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.known.KnownStates;
import io.plimsoll.analysis.rightsizing.known.Opened;
import io.plimsoll.analysis.rightsizing.machine.MachineCandidates;
import io.plimsoll.analysis.rightsizing.pod.PodAdvice;
import io.plimsoll.analysis.rightsizing.replay.Redistribution;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// What was measured and billed of one workload, for charts and guards. Safe from any thread.
public final class WorkloadFigures {
    private final KnownStates states;
    private final InstanceTypes types;

    WorkloadFigures(KnownStates states, InstanceTypes types) {
        this.states = states;
        this.types = types;
    }

    /// Use over time for a chart.
    ///
    /// @param measure  CPU_CORES or MEMORY_BYTES
    /// @param replicas over which the load is dealt out; empty for the use as it was measured
    /// @param columns  pixel columns, at least 1
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public UseChart series(String workload, Measure measure, OptionalInt replicas, int columns,
            Cancellation cancellation) {
        if (measure != Measure.CPU_CORES && measure != Measure.MEMORY_BYTES) {
            throw new IllegalArgumentException("Only CPU and memory are charted: " + measure);
        }
        try (Opened opened = states.open(cancellation)) {
            return UseChart.of(dealt(opened.situation(workload, cancellation), replicas),
                    measure == Measure.MEMORY_BYTES, AdviceRequest.TRAINING, columns);
        }
    }

    /// The most that one replica would have used if there had been `replicasThen`.
    ///
    /// @param replicasThen empty, or the present number, for the use as it was measured
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Peaks peaks(String workload, OptionalInt replicasThen, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            Usage usage = dealt(opened.situation(workload, cancellation), replicasThen);
            return new Peaks(usage.memorySamples() == 0
                    ? null
                    : new Bytes((long) Math.ceil(Robust.quantile(usage.memoryValues(), 1))),
                    usage.cpuSamples() == 0 ? null : Cpu.ofCores(Robust.quantile(usage.cpuValues(), 0.99)),
                    (int) usage.days());
        }
    }

    /// What a core and a GiB of a workload cost, as its bill says; empty if nothing is billed for it.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public Optional<ResourceRates> rates(String workload, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            return PodAdvice.rates(opened.situation(workload, cancellation));
        }
    }

    /// What a machine could be instead, the cheapest first: types of its provider, region, architecture and currency; empty if its own
    /// type is not known.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public List<VmType> machineTypes(String workload, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            return MachineCandidates.of(opened.state().find(workload).billed(), types);
        }
    }

    /// Use as so many replicas would have seen it.
    static Usage dealt(Situation situation, OptionalInt replicas) {
        int then = Math.max(1, replicas.orElse(situation.current().replicas()));
        return then == situation.current().replicas()
                ? situation.usage()
                : Redistribution.of(situation.usage(), then, PodAdvice.memoryFollows(situation));
    }
}
