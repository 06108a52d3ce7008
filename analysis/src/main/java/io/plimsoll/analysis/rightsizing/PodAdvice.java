package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRules;
import io.plimsoll.analysis.rightsizing.choice.AutoscalerFloor;
import io.plimsoll.analysis.rightsizing.choice.SizeChoice;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;

/// Advice for a workload of pods: who owns its size, how many replicas, the proposal, and the money.
final class PodAdvice {
    /// Kinds whose replicas share one load, so that another number deals it out anew.
    private static final Set<String> SHARED_LOAD = Set.of("SparkApplication", "ScheduledSparkApplication", "Deployment",
            "Rollout", "FlinkDeployment");

    private final Situation situation;
    private final AdviceQuery query;
    private CapacityFinding inside = CapacityFinding.NONE;

    PodAdvice(Situation situation, AdviceQuery query) {
        this.situation = situation;
        this.query = query;
    }

    WorkloadAdvice advise(Cancellation cancellation) {
        Size current = situation.current();
        Optional<ResourceRates> billed = rates(situation);
        inside = CapacityRules.find(situation, cancellation);
        List<Objection> known = new ArrayList<>(inside.objections());
        Optional<Proposal> floor = owned(known);
        Strategy strategy = query.chosen();
        AdviceRequest request = AdviceRequest
                .usual(situation.workload().key().toString(), current, billed.orElse(ResourceRates.PROPORTION))
                .with(strategy, query.parameters()).knowing(known, situation.declared().isJob());
        SizeChoice.Chosen chosen = floor.map(each -> new SizeChoice.Chosen(each, null))
                .orElseGet(() -> choose(request, cancellation));
        if (chosen.proposal().replicas() != current.replicas() && chosen.former() == null && floor.isEmpty()) {
            known.add(new Objection(Refusal.REPLICAS_CHANGED, Grade.B, "The load of " + current.replicas()
                    + " replicas was dealt out over " + chosen.proposal().replicas()
                    + " for the replay; how memory and start-up follow was not seen."));
        }
        Advice advice = Advisor.advise(request.knowing(known, situation.declared().isJob()), situation.usage(),
                chosen.proposal(), cancellation);
        FormerSize former = advice.refused() ? null : chosen.former();
        BilledCost cost = situation.cost();
        Money now = cost == null ? null : cost.monthly();
        return new WorkloadAdvice(situation.workload(), advice, null, cost, now, then(advice, billed.isPresent(), now),
                situation.knobs(), former, reasons(former));
    }

    private static @Nullable Money then(Advice advice, boolean priced, @Nullable Money now) {
        return advice.proposed().equals(advice.current()) ? now : priced ? advice.monthlyThen() : null;
    }

    /// With which the present size costs what is billed. None for a GPU: CPU and memory are not what is paid for.
    static Optional<ResourceRates> rates(Situation situation) {
        BilledCost cost = situation.cost();
        return cost == null
                ? Optional.empty()
                : ResourceRates.billed(situation.current(), cost.monthly());
    }

    private SizeChoice.Chosen choose(AdviceRequest request, Cancellation cancellation) {
        DeclaredSize declared = situation.declared();
        String kind = declared.kind();
        int now = request.current().replicas();
        boolean shared = SHARED_LOAD.contains(kind) && now > 1 && !declared.hasGpu() && scalers(situation).isEmpty();
        int fewest = kind.endsWith("SparkApplication") ? 1 : Math.max(Math.min(now, 2), declared.fewestForSlots());
        fewest = Math.max(fewest, inside.leastReplicas());
        return new SizeChoice(request, situation.usage(), situation.former(), wholeCores(), wholeGibis(), inside)
                .choose(fewest, shared, cancellation);
    }

    private boolean wholeCores() {
        PlacedKnob cpu = situation.declared().knobs().get(Field.CPU);
        PlacedKnob cores = situation.declared().knobs().get(Field.CORES);
        boolean request = situation.declared().knobs().containsKey(Field.CPU_REQUEST);
        return !request && (cores != null || cpu != null && (cpu.knob().unit() == UnitGrammar.INTEGER
                || situation.declared().kind().endsWith("SparkApplication")));
    }

    private boolean wholeGibis() {
        return situation.declared().knobs().values().stream().map(PlacedKnob::knob)
                .filter(each -> each.field().equals(Field.MEMORY) || each.field().equals(Field.MEMORY_REQUEST))
                .map(Knob::value).anyMatch(value -> value.strip().matches("(?i)[0-9.]+ ?g(i|b)?"));
    }

    /// Whether memory is taken to grow with the load of a replica. Not where an autoscaler's lower bound is all that is proposed:
    /// sliders, charts and guards must hold that proposal against the use that it was made from.
    static boolean memoryFollows(Situation situation) {
        return lowerBound(situation).isEmpty();
    }

    private static Optional<Proposal> lowerBound(Situation situation) {
        List<String> scalers = scalers(situation);
        return scalers.isEmpty() || scalers.contains("VerticalPodAutoscaler")
                ? Optional.empty()
                : new AutoscalerFloor(situation.usage(), situation.current(),
                        situation.declared().minReplicas().orElse(0)).lower(situation.declared().targetCpu());
    }

    private static List<String> scalers(Situation situation) {
        DeclaredWorkload manifest = situation.workload().manifest();
        return manifest == null
                ? List.of()
                : manifest.places().stream().filter(place -> place.role() == ManifestPlace.Role.AUTOSCALER)
                        .map(ManifestPlace::kind).distinct().toList();
    }

    /// What others decide. An autoscaler that never leaves its least number can be given a lower one; else it owns the size.
    private Optional<Proposal> owned(List<Objection> known) {
        DeclaredSize declared = situation.declared();
        if (declared.hasGpu() && known.stream().noneMatch(each -> each.code() == Refusal.GPU_BOUND)) {
            known.add(new Objection(Refusal.GPU_BOUND, Grade.D,
                    "Each replica holds a GPU, which decides the node: less CPU or memory frees nothing."));
        }
        List<String> scalers = scalers(situation);
        if (scalers.isEmpty()) {
            return Optional.empty();
        }
        int bound = declared.minReplicas().orElse(0);
        Optional<Proposal> lower = lowerBound(situation);
        known.add(lower.isPresent()
                ? new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.B, "A " + scalers.getFirst()
                        + " sets the number of replicas and never left its minimum of " + bound
                        + ": change that minimum, not the replicas. Memory at the higher load of each was not seen.")
                : new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.D,
                        "A " + String.join(" and a ", scalers) + " sets this workload's size."));
        return lower;
    }

    private List<String> reasons(@Nullable FormerSize former) {
        Set<String> reasons = new LinkedHashSet<>(inside.facts());
        if (former != null) {
            reasons.add(former.sentence());
        }
        if (!situation.usage().ooms().isEmpty()) {
            reasons.add(situation.usage().ooms().size()
                    + " replicas ended with memory at the limit while others went on; they are taken for killed.");
        }
        situation.knobs().stream().filter(each -> !each.comment().isEmpty())
                .forEach(each -> reasons.add(each.place() + " says: " + each.comment()));
        return List.copyOf(reasons);
    }
}
