package io.plimsoll.analysis.rightsizing.pod;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.machine.VmRule;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// Says what share of a pod its side-cars ask for, and what they would need. Their use never counts as the main container's.
public final class SideCars implements CapacityRule {
    private static final double MOST = 0.5;
    private static final double WORTH_SAYING = 0.1;
    private static final double MUCH_LESS = 0.7;

    @Override
    public String id() {
        return "side-cars";
    }

    @Override
    public String explanation() {
        return "Requests of a pod's other containers, weighed by the prices of a core and a GiB, beside the main one's; where they"
                + " were measured, the need by the rule for machines (99.5th percentile of CPU at 80 %, highest memory at 85 %).";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        PodShape shape = PodShape.of(situation);
        List<PodPart> beside = shape.parts().stream().filter(PodPart::stays).toList();
        if (beside.isEmpty()) {
            return CapacityFinding.NONE;
        }
        double share = share(situation.current(), shape);
        List<String> facts = new ArrayList<>();
        if (share >= WORTH_SAYING) {
            facts.add(Sentence.of("%.0f %% of what each pod asks for is asked by %s beside the main container.",
                    100 * share,
                    names(beside)));
        }
        for (PodPart each : beside) {
            String need = need(each, situation.series().of(each.name(), Measure.CPU_CORES, cancellation),
                    situation.series().of(each.name(), Measure.MEMORY_BYTES, cancellation));
            if (!need.isEmpty()) {
                facts.add(need);
            }
        }
        return new CapacityFinding(0, 0, 0, share < MOST
                ? List.of()
                : List.of(new Objection(Refusal.SIDE_CAR_BOUND, Grade.B,
                        Sentence.of("%.0f %% of what each pod asks for is asked"
                                + " by %s: the main container is the smaller part of its cost.", 100 * share,
                                names(beside)))),
                facts);
    }

    /// By cost, of all that a pod asks for, in 0..1.
    static double share(Size main, PodShape shape) {
        double own = cost(main.cpuRequest(), main.memoryRequest());
        double others = cost(shape.coresBeside(), shape.memoryBeside());
        return own + others == 0 ? 0 : others / (own + others);
    }

    private static double cost(double cores, double bytes) {
        return cores * ResourceRates.PROPORTION.cpuHour().amount().doubleValue()
                + bytes / Bytes.GI * ResourceRates.PROPORTION.gibHour().amount().doubleValue();
    }

    /// Empty where it asks for about what it needs, or was not measured.
    private static String need(PodPart part, Map<String, TimeSeries> cpu, Map<String, TimeSeries> memory) {
        List<String> parts = new ArrayList<>();
        OptionalDouble cores = highest(cpu.values(), VmRule.USUAL.cpuPercentile(), VmRule.USUAL.cpuTarget());
        if (cores.isPresent() && part.cores() > 0 && cores.getAsDouble() < MUCH_LESS * part.cores()) {
            parts.add(Cpu.ofCores(Size.roundCpu(cores.getAsDouble(), 10)) + " of its " + Cpu.ofCores(part.cores()));
        }
        OptionalDouble bytes = highest(memory.values(), 1, VmRule.USUAL.memoryTarget());
        if (bytes.isPresent() && part.memory() > 0 && bytes.getAsDouble() < MUCH_LESS * part.memory()) {
            parts.add(new Bytes(Size.roundMemory(bytes.getAsDouble())) + " of its " + new Bytes((long) part.memory()));
        }
        return parts.isEmpty()
                ? ""
                : "The container " + part.name() + " would do with " + String.join(" and ", parts) + ".";
    }

    private static OptionalDouble highest(Collection<TimeSeries> all, double percentile, double target) {
        return all.stream().filter(each -> each.length() > 0)
                .mapToDouble(each -> Robust.quantile(each.values(), percentile) / target).max();
    }

    private static String names(List<PodPart> parts) {
        return String.join(" and ", parts.stream().map(PodPart::name).toList());
    }
}
