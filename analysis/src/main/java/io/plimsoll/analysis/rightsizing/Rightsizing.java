package io.plimsoll.analysis.rightsizing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.known.FleetReading;
import io.plimsoll.analysis.rightsizing.known.KnownState;
import io.plimsoll.analysis.rightsizing.known.KnownStates;
import io.plimsoll.analysis.rightsizing.known.Opened;
import io.plimsoll.analysis.rightsizing.machine.MachineAdvice;
import io.plimsoll.analysis.rightsizing.pod.PodAdvice;
import io.plimsoll.analysis.rightsizing.whatif.Surroundings;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

/// How small each workload may be made, and what that saves; the door to all other questions about sizes. Answers are kept until the
/// ledger or the clone's HEAD changes. Safe from any thread.
public final class Rightsizing {
    private final KnownStates states;
    private final InstanceTypes types;
    private final Surroundings around;
    private final SizeEffects effects;
    private final Outlook outlook;
    private final WorkloadFigures figures;

    public Rightsizing(Workspace workspace, Billing billing, Telemetry telemetry, Workloads workloads,
            WorkspaceClone clone) {
        MeasuredUse measured = new MeasuredUse(telemetry, workloads);
        this.states = new KnownStates(workspace, billing, workloads, clone, measured);
        this.types = new InstanceTypes(billing.prices());
        this.around = new Surroundings(billing, telemetry);
        this.effects = new SizeEffects(states, around);
        this.outlook = new Outlook(states, telemetry, measured);
        this.figures = new WorkloadFigures(states, types);
    }

    /// One advice a workload of the map, the largest monthly saving first, those of unknown cost last.
    ///
    /// The present cost is the bill's: effective cost of the days with the present size, scaled to 730 h (`BilledCost`). Rates of a
    /// core and a GiB stand to each other as `ResourceRates.PROPORTION` and are scaled so that the present size costs exactly that.
    ///
    /// @throws StepFailure STRATEGY_UNKNOWN, PARAM_RANGE, WORKLOAD_UNKNOWN, and what `GitRepository.open` refuses
    public List<WorkloadAdvice> advise(AdviceQuery query, Progress progress, Cancellation cancellation) {
        query.chosen();
        query.parameters();
        try (Opened opened = states.open(cancellation)) {
            KnownState now = opened.state();
            String name = query.workload();
            if (name != null) {
                Workload one = now.find(name);
                List<WorkloadAdvice> all = now.advices().get(query.ofAll());
                return all != null
                        ? all.stream().filter(each -> each.workload().key().equals(one.key())).toList()
                        : List.of(advise(opened.situation(one, cancellation), query, cancellation));
            }
            List<WorkloadAdvice> kept = now.advices().get(query);
            if (kept != null) {
                return kept;
            }
            List<WorkloadAdvice> found = FleetReading.of(now).advise(opened.repository(),
                    situation -> advise(situation, query, cancellation), progress, cancellation);
            now.advices().put(query, found);
            return found;
        }
    }

    private WorkloadAdvice advise(Situation situation, AdviceQuery query, Cancellation cancellation) {
        cancellation.check();
        return situation.workload().key().kind().equals(WorkloadKey.MACHINE)
                ? MachineAdvice.advise(situation, types, query, cancellation)
                : new PodAdvice(situation, query).advise(cancellation);
    }

    /// What each advice saves by itself at list prices, at effective rates and in cash; absent where no bill prices it.
    public Map<WorkloadKey, Savings> savings(List<WorkloadAdvice> advices, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            return around.savings(opened.map(), advices, cancellation);
        }
    }

    /// The sliders of a workload, prepared once.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN; MACHINE for one that has a type instead of a size
    public WhatIf whatIf(String workload, Cancellation cancellation) {
        return effects.whatIf(workload, cancellation);
    }

    /// What other sizes do, of one workload and of several together.
    public SizeEffects effects() {
        return effects;
    }

    /// Money against risk, and all strategies held against each other.
    public TradeOffs tradeOffs() {
        return new TradeOffs(this);
    }

    /// What is to be expected of a size: breaches tomorrow, and how long requests take.
    public Outlook outlook() {
        return outlook;
    }

    /// What was measured and billed of a workload, for charts and guards.
    public WorkloadFigures figures() {
        return figures;
    }

    /// What is made of each workload of pods that has telemetry, in the order in which their samples are stored.
    <T> List<T> each(AdviceQuery query, Progress progress, Cancellation cancellation, EachPod<T> each) {
        Map<WorkloadKey, WorkloadAdvice> advices = new HashMap<>();
        for (WorkloadAdvice one : advise(query, progress.part(0, 0.5), cancellation)) {
            if (one.advice() != null && one.workload().hasTelemetry()) {
                advices.put(one.workload().key(), one);
            }
        }
        try (Opened opened = states.open(cancellation)) {
            List<Workload> pods = advices.values().stream().map(WorkloadAdvice::workload).toList();
            return query.workload() != null
                    ? pods.stream().map(one -> taken(opened.situation(one, cancellation), advices, each)).toList()
                    : FleetReading.of(opened.state(), pods).make("Replaying", opened.repository(),
                            situation -> taken(situation, advices, each), progress.part(0.5, 1), cancellation);
        }
    }

    private static <T> T taken(Situation situation, Map<WorkloadKey, WorkloadAdvice> advices, EachPod<T> each) {
        WorkloadAdvice advice = Objects.requireNonNull(advices.get(situation.workload().key()));
        return each.take(situation, advice, Objects.requireNonNull(advice.advice()));
    }

    /// Looks at one workload. Safe from any thread.
    interface EachPod<T> {
        T take(Situation situation, WorkloadAdvice advice, Advice pods);
    }
}
