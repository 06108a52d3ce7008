package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Finds one kind of thing that shows only beside bill and telemetry. Without state, safe from any thread.
interface MapRule {
    /// Stable, lower case with hyphens.
    String kind();

    /// What the kind means, as a sentence.
    String explanation();

    List<RepositoryFinding> find(WorkloadMap map);
}
