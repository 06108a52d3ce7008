package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.known.KnownState;
import io.plimsoll.analysis.rightsizing.known.KnownStates;
import io.plimsoll.analysis.rightsizing.known.Opened;
import io.plimsoll.analysis.rightsizing.pod.PodAdvice;
import io.plimsoll.analysis.rightsizing.whatif.JointQuestion;
import io.plimsoll.analysis.rightsizing.whatif.Surroundings;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;

/// What other sizes do: while a slider is dragged, as written into manifests, and of several workloads together. Safe from any thread.
public final class SizeEffects {
    private final KnownStates states;
    private final Surroundings around;

    SizeEffects(KnownStates states, Surroundings around) {
        this.states = states;
        this.around = around;
    }

    /// The sliders of a workload, prepared once.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN; MACHINE for one that has a type instead of a size
    WhatIf whatIf(String workload, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            Workload found = opened.state().pods(workload);
            WhatIf kept = opened.state().sliders().get(found.key());
            if (kept != null) {
                return kept;
            }
            Situation situation = opened.situation(found, cancellation);
            WhatIf made = WhatIf.prepare(situation.usage(), situation.current(),
                    PodAdvice.rates(situation).orElse(ResourceRates.PROPORTION), PodAdvice.memoryFollows(situation))
                    .in(around.around(opened.map(), situation, opened.repository(), opened.state().head(),
                            cancellation));
            opened.state().sliders().put(found.key(), made);
            return made;
        }
    }

    /// What values written into manifests do to a workload, held against all the telemetry.
    ///
    /// @param written knobs as they would read afterwards; those that decide nothing of the size have no effect
    /// @return empty if none of them decides, or it can't be told what an autoscaler makes of it
    /// @throws StepFailure WORKLOAD_UNKNOWN, MACHINE
    public Optional<SizeEffect> written(String workload, List<Knob> written, Cancellation cancellation) {
        WhatIf whatIf = whatIf(workload, cancellation);
        try (Opened opened = states.open(cancellation)) {
            Situation situation = opened.situation(workload, cancellation);
            return situation.declared().with(written)
                    .map(changed -> SizeEffect.of(whatIf, situation.current(), changed.size(situation.current())));
        }
    }

    /// What changes of several workloads come to, each alone and all together.
    ///
    /// @param changes by name or key of the workload, as `whatIf` takes it; one that is gone by now is a problem of the answer
    /// @throws StepFailure NODE_TYPE, and what `GitRepository.open` refuses
    public JointEffect together(Map<String, WhatIfInput> changes, Progress progress, Cancellation cancellation) {
        KnownState now;
        try (Opened opened = states.open(cancellation)) {
            now = opened.state();
        }
        JointQuestion question = new JointQuestion(
                usages -> currency -> around.replay(now.map(), usages, currency, cancellation));
        int done = 0;
        for (Map.Entry<String, WhatIfInput> each : changes.entrySet()) {
            progress.update("Working out " + each.getKey(), (double) done++ / changes.size());
            try {
                Workload found = now.find(each.getKey());
                String key = found.key().toString();
                question.add(key, found.title(), whatIf(key, cancellation), each.getValue());
            } catch (StepFailure e) {
                if (!e.code().equals("WORKLOAD_UNKNOWN") && !e.code().equals("MACHINE")) {
                    throw e;
                }
                question.problem(e.message());
            }
        }
        return question.effect();
    }
}
