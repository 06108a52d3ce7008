package io.plimsoll.analysis.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A named set of steps.
///
/// @param name    unique in the workspace
/// @param created when
/// @param steps   one a workload, in the order in which they were added
public record Scenario(String name, Instant created, List<ScenarioStep> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /// @param workload key as text
    public Optional<ScenarioStep> step(String workload) {
        return steps.stream().filter(each -> each.workload().equals(workload)).findFirst();
    }
}
