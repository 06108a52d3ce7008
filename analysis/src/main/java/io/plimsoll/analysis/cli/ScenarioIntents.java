package io.plimsoll.analysis.cli;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.rightsizing.JointEffect;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.scenario.ScenarioTotals;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Puts a scenario's steps into the change set.
final class ScenarioIntents {
    private ScenarioIntents() {
    }

    /// @throws StepFailure SCENARIO_UNKNOWN, NO_STEPS
    static void add(CliContext context, ChangeDesk desk, String name) {
        ScenarioTotals totals = context.workbench().scenarios().totals(name, context.progress(),
                Cancellation.never());
        if (totals.effect().parts().isEmpty()) {
            throw StepFailure.checkFailed("NO_STEPS", "Scenario " + name + " has no step that can be written.",
                    "Add one: plimsoll scenario step " + name + " --workload W --cpu 500m");
        }
        totals.effect().problems().forEach(context::say);
        for (JointEffect.Part part : totals.effect().parts()) {
            WhatIfInput wanted = totals.scenario().step(part.workload()).orElseThrow().wanted();
            Savings savings = part.answer().savings();
            Proposal proposal = desk.propose(ScenarioRows.workload(context.workbench(), part.workload()),
                    wanted.size(), savings == null ? null : new Evidence.Saving(savings.effective(), null, null),
                    Cancellation.never());
            proposal.notPossible().forEach(each -> context.say(each.code() + ": " + each.sentence()));
            proposal.remarks().forEach(context::say);
            if (wanted.spotShare() > 0 || !wanted.nodeType().isEmpty()) {
                context.say(
                        part.title() + ": spot share and node type are assumptions; no manifest is changed for them.");
            }
        }
    }
}
