package io.plimsoll.analysis.rightsizing.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Frontier;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Proposal;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.advice.Advisor;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRules;
import io.plimsoll.analysis.rightsizing.choice.AutoscalerFloor;
import io.plimsoll.analysis.rightsizing.choice.Headroom;
import io.plimsoll.analysis.rightsizing.choice.SizeChoice;
import io.plimsoll.analysis.rightsizing.choice.WritableSize;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.SizeComment;
import io.plimsoll.analysis.rightsizing.lifetime.MonthTurn;
import io.plimsoll.analysis.rightsizing.lifetime.Runs;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.rightsizing.scaling.ScaledSize;
import io.plimsoll.analysis.rightsizing.scaling.ScalerOwnership;
import io.plimsoll.analysis.rightsizing.tradeoff.FrontierSearch;
import io.plimsoll.analysis.rightsizing.tradeoff.SizeSpace;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

/// Advice for a workload of pods: who owns its size, how many replicas, the proposal, and the money.
public final class PodAdvice {
    /// Kinds whose replicas share one load, so that another number deals it out anew.
    private static final Set<String> SHARED_LOAD = Set.of("SparkApplication", "ScheduledSparkApplication", "Deployment",
            "Rollout", "FlinkDeployment");
    private static final double MONTH_HOURS = 730;
    private static final int FEWEST_RUNS = 3;
    private static final int FEW_RUNS = 7;

    private final Situation situation;
    private final AdviceQuery query;
    private final Runs runs;
    private final Usage usage;
    private CapacityFinding inside = CapacityFinding.NONE;

    public PodAdvice(Situation situation, AdviceQuery query) {
        this.situation = situation;
        this.query = query;
        this.runs = Runs.of(situation.declared().kind(), situation.usage());
        this.usage = runs.any() ? runs.byRun(situation.usage()) : situation.usage();
    }

    public WorkloadAdvice advise(Cancellation cancellation) {
        Size current = situation.current();
        Optional<ResourceRates> billed = rates(situation);
        Optional<Proposal> floor = lowerBound(situation);
        ScalerOwnership scalers = new ScalerOwnership(situation, cancellation);
        inside = CapacityRules.find(situation, cancellation).and(scalers.bounds(floor.isPresent()));
        List<Objection> known = new ArrayList<>(inside.objections());
        known.addAll(ofKind(floor.isPresent() ? scalers.title() : ""));
        Strategy strategy = query.chosen();
        boolean atTimes = runs.any() || situation.declared().isJob();
        AdviceRequest request = AdviceRequest
                .usual(situation.workload().key().toString(), current, billed.orElse(ResourceRates.PROPORTION))
                .with(strategy, query.parameters()).knowing(known, atTimes);
        SizeChoice.Chosen chosen = floor.map(each -> new SizeChoice.Chosen(each, null))
                .orElseGet(() -> scaled(choose(request, cancellation), request, scalers, known, cancellation));
        if (chosen.proposal().replicas() != current.replicas() && chosen.former() == null && floor.isEmpty()) {
            known.add(new Objection(Refusal.REPLICAS_CHANGED, Grade.B, "The load of " + current.replicas()
                    + " replicas was dealt out over " + chosen.proposal().replicas()
                    + " for the replay; how memory and start-up follow was not seen."));
        }
        if (SizeComment.any(situation.knobs())) {
            known.addAll(SizeComment.against(situation.knobs(), current, chosen.proposal().size(request),
                    MonthTurn.seen(situation.usage())));
        }
        Advice judged = Advisor.advise(request.knowing(known, atTimes), usage, chosen.proposal(), cancellation);
        Advice advice = runs.any() ? judged.byRun(runs.perMonth() * 24 / MONTH_HOURS) : judged;
        FormerSize former = advice.refused() ? null : chosen.former();
        BilledCost cost = situation.cost();
        Money now = cost == null ? null : cost.monthly();
        return new WorkloadAdvice(situation.workload(), advice, null, cost, now, then(advice, billed.isPresent(), now),
                situation.knobs(), former, new PodReasons(situation, inside, runs).all(former, cancellation));
    }

    /// With a horizontal autoscaler that counts in shares of the CPU request, another request needs another target. Where none keeps
    /// the number of pods, the request stays above the use at which it scales.
    private SizeChoice.Chosen scaled(SizeChoice.Chosen free, AdviceRequest request, ScalerOwnership scalers,
            List<Objection> known, Cancellation cancellation) {
        if (!scalers.countsShares()) {
            return free;
        }
        SizeChoice.Chosen chosen = free;
        Optional<ScaledSize> effect = scalers.with(chosen.proposal().size(request));
        if (effect.isPresent() && !effect.get().holds()) {
            inside = inside.and(new CapacityFinding(scalers.leastCores(), 0, 0, List.of(), List.of()));
            chosen = choose(request, cancellation);
            effect = scalers.with(chosen.proposal().size(request));
        }
        effect.map(scalers::together).ifPresent(known::add);
        return chosen;
    }

    private static @Nullable Money then(Advice advice, boolean priced, @Nullable Money now) {
        return advice.proposed().equals(advice.current()) ? now : priced ? advice.monthlyThen() : null;
    }

    /// With which the present size costs what is billed. None for a GPU: CPU and memory are not what is paid for.
    public static Optional<ResourceRates> rates(Situation situation) {
        BilledCost cost = situation.cost();
        return cost == null
                ? Optional.empty()
                : ResourceRates.billed(situation.current(), cost.monthly());
    }

    private SizeChoice.Chosen choose(AdviceRequest request, Cancellation cancellation) {
        return new SizeChoice(request, usage, situation.former(), wholeCores(), wholeGibis(), inside)
                .choose(fewest(), shared(), cancellation);
    }

    private boolean shared() {
        return SHARED_LOAD.contains(situation.declared().kind()) && situation.current().replicas() > 1
                && !situation.declared().hasGpu() && !ScalerOwnership.counted(situation)
                && !ScalerOwnership.resized(situation);
    }

    private int fewest() {
        DeclaredSize declared = situation.declared();
        int fewest = declared.kind().endsWith("SparkApplication")
                ? 1
                : Math.max(Math.min(situation.current().replicas(), 2), declared.fewestForSlots());
        return Math.max(fewest, inside.leastReplicas());
    }

    /// Sizes that could be proposed, replayed on the part held back by which an advice is judged.
    public FrontierSearch frontier(Cancellation cancellation) {
        inside = CapacityRules.find(situation, cancellation);
        Size current = situation.current();
        SizeSpace space = new SizeSpace(current, shared() ? fewest() : current.replicas(),
                new WritableSize(current, new Headroom(0, 0), wholeCores(), wholeGibis()), inside);
        Replay replay = Replay.of(situation.usage().split(AdviceRequest.TRAINING).heldBack(), current.replicas(),
                memoryFollows(situation));
        return new FrontierSearch(space, new Frontier.Pricing(replay,
                rates(situation).orElse(ResourceRates.PROPORTION), replay.memoryMeasured()));
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
    public static boolean memoryFollows(Situation situation) {
        return lowerBound(situation).isEmpty();
    }

    private static Optional<Proposal> lowerBound(Situation situation) {
        return !SHARED_LOAD.contains(situation.declared().kind()) || !ScalerOwnership.counted(situation)
                || ScalerOwnership.resized(situation)
                        ? Optional.empty()
                        : new AutoscalerFloor(situation.usage(), situation.current(),
                                situation.declared().minReplicas().orElse(0)).lower(situation.declared().targetCpu());
    }

    /// What the kind of workload says against a change.
    ///
    /// @param resting the autoscaler that never leaves its least number, or empty
    private List<Objection> ofKind(String resting) {
        List<Objection> found = new ArrayList<>();
        if (situation.declared().hasGpu()
                && inside.objections().stream().noneMatch(each -> each.code() == Refusal.GPU_BOUND)) {
            found.add(new Objection(Refusal.GPU_BOUND, Grade.D,
                    "Each replica holds a GPU, which decides the node: less CPU or memory frees nothing."));
        }
        if (!resting.isEmpty()) {
            found.add(new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.B,
                    "A " + resting + " sets the number of replicas and never left its minimum of "
                            + situation.declared().minReplicas().orElse(0)
                            + ": change that minimum, not the replicas. Memory at the higher load of each was not seen."));
        }
        if (runs.any() && runs.count() < FEW_RUNS) {
            found.add(new Objection(Refusal.FEW_RUNS, runs.count() < FEWEST_RUNS ? Grade.D : Grade.C,
                    runs.count() == 1
                            ? "A single run was measured."
                            : "Only " + runs.count() + " runs were measured."));
        }
        return found;
    }
}
