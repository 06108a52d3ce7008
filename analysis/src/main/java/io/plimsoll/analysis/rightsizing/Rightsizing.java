package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.Map;

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

    /// Hands out each workload of pods that has telemetry, in the order of the advice.
    void each(AdviceQuery query, Progress progress, Cancellation cancellation, EachPod each) {
        List<WorkloadAdvice> advices = advise(query, progress, cancellation);
        try (Opened opened = states.open(cancellation)) {
            int done = 0;
            for (WorkloadAdvice advice : advices) {
                cancellation.check();
                progress.update("Replaying " + advice.workload().title(), (double) done++ / advices.size());
                if (advice.advice() != null && advice.workload().hasTelemetry()) {
                    each.take(opened.situation(advice.workload(), cancellation), advice, advice.advice());
                }
            }
        }
    }

    /// Takes one workload.
    interface EachPod {
        void take(Situation situation, WorkloadAdvice advice, Advice pods);
    }
}
