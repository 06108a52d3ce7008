package io.plimsoll.analysis.rightsizing.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.engine.SparkPod;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Proposal;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.capacity.java.JavaMemory;
import io.plimsoll.analysis.rightsizing.choice.AutoscalerFloor;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.LiveKnobs;
import io.plimsoll.analysis.workload.LiveValue;

/// Spark's executors: heap and overhead, tasks at once, and dynamic allocation. The driver is left alone.
public final class SparkExecutors implements CapacityRule {
    /// A collector needs room above what lives in a heap.
    private static final BigDecimal ROOM = new BigDecimal("1.3");
    /// Use of an executor's cores at which its number is still enough.
    private static final double BUSY = 0.8;

    @Override
    public String id() {
        return "spark-executors";
    }

    @Override
    public String explanation() {
        return "An executor's pod is heap, overhead, off-heap memory and Python's own (Spark 3.5 on Kubernetes). The heap holds 1.3 times what "
                + "lives in it where that was measured, and never less than the 450 MiB that Spark starts with. With dynamic allocation Spark owns "
                + "the number of executors.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        DeclaredSize declared = situation.declared();
        if (!declared.kind().endsWith("SparkApplication")) {
            return CapacityFinding.NONE;
        }
        JavaMemory measured = JavaMemory.of(situation.series(), cancellation);
        CapacityFinding memory = heap(declared)
                .map(heap -> memory(declared, heap, overhead(declared), measured.live()))
                .orElse(CapacityFinding.NONE);
        return memory.and(tasks(declared))
                .and(declared.dynamicAllocation() ? allocated(situation) : CapacityFinding.NONE);
    }

    private static Optional<BigDecimal> heap(DeclaredSize declared) {
        PlacedKnob memory = declared.knobs().get(Field.MEMORY);
        return memory == null || memory.knob().unit() != UnitGrammar.JVM
                ? Optional.empty()
                : memory.knob().unit().read(memory.knob().value());
    }

    private static Optional<BigDecimal> overhead(DeclaredSize declared) {
        PlacedKnob overhead = declared.knobs().get(Field.MEMORY_OVERHEAD);
        return overhead == null ? Optional.empty() : overhead.knob().unit().read(overhead.knob().value());
    }

    private static CapacityFinding memory(DeclaredSize declared, BigDecimal heap, Optional<BigDecimal> overhead,
            double live) {
        SparkPod rule = declared.spark();
        BigDecimal least = BigDecimal.valueOf(SparkPod.LEAST_HEAP)
                .max(BigDecimal.valueOf(Math.round(live)).multiply(ROOM))
                .min(heap);
        // A written overhead keeps its share of the pod when both are made smaller.
        Optional<BigDecimal> share = overhead.filter(each -> heap.signum() > 0)
                .map(each -> each.multiply(least).divide(heap, 0, RoundingMode.CEILING));
        BigDecimal beside = overhead.orElseGet(() -> rule.overhead(heap));
        String others = rule.beside().signum() == 0
                ? ""
                : ", and " + Sized.text(rule.beside()) + " of off-heap memory and Python's";
        List<String> facts = new ArrayList<>(
                List.of("An executor's pod is " + Sized.text(heap) + " of heap and " + Sized.text(beside)
                        + " of overhead"
                        + (overhead.isPresent() ? "" : " by Spark's rule") + others + "."));
        if (live > 0) {
            facts.add("95 % of the time no more than " + Sized.text(live) + " of the heap lived.");
        }
        return new CapacityFinding(0, rule.pod(least, share).longValue(), 0, List.of(), facts);
    }

    /// `cores` is how many tasks run at once as well as what is asked for, unless `coreRequest` says the latter.
    private static CapacityFinding tasks(DeclaredSize declared) {
        PlacedKnob cores = declared.knobs().get(Field.CORES);
        boolean several = cores != null && cores.knob().unit().read(cores.knob().value())
                .filter(each -> each.compareTo(BigDecimal.ONE) > 0).isPresent();
        return several && cores != null && !declared.knobs().containsKey(Field.CPU_REQUEST)
                ? new CapacityFinding(0, 0, 0, List.of(), List.of("An executor runs " + cores.knob().value()
                        + " tasks at once, one a core: fewer cores run fewer; coreRequest lowers what is asked for alone."))
                : CapacityFinding.NONE;
    }

    private static CapacityFinding allocated(Situation situation) {
        int least = bound(situation, Field.MIN_INSTANCES);
        List<String> facts = new ArrayList<>();
        new AutoscalerFloor(situation.usage(), situation.current(), least).lower(BUSY).map(Proposal::replicas)
                .ifPresent(fewer -> facts.add("Dynamic allocation rests at its minExecutors of " + least + ": " + fewer
                        + " would bear the load of 99.5 % of the time."));
        return new CapacityFinding(0, 0, situation.current().replicas(), List.of(new Objection(
                Refusal.OWNER_IS_AUTOSCALER, Grade.B,
                "Spark's dynamic allocation sets the number of executors; only the size of each is looked at.")),
                facts);
    }

    private static int bound(Situation situation, String field) {
        var manifest = situation.workload().manifest();
        return manifest != null
                && new LiveKnobs(manifest, situation.workload().key().container())
                        .of(field) instanceof LiveValue.One(var knob, var role)
                && UnitGrammar.INTEGER.reads(knob.value())
                        ? UnitGrammar.INTEGER.amount(knob.value()).intValue()
                        : 0;
    }
}
