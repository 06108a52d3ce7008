package io.plimsoll.app.screen.repository;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.analysis.workload.WorkloadMap;

/// All that the screen shows, as it was at one moment.
///
/// @param hasClone  the workspace knows a clone
/// @param overview  null without a clone
/// @param map       null without a clone
/// @param findings  the worst first
/// @param revision  of the data that the map was made from
record RepositoryState(boolean hasClone, @Nullable RepositoryOverview overview, @Nullable WorkloadMap map,
        List<RepositoryFinding> findings, List<OwnedValue> values, List<WorkloadRow> workloads, FileNode tree,
        long revision) {
    RepositoryState {
        findings = List.copyOf(findings);
        values = List.copyOf(values);
        workloads = List.copyOf(workloads);
    }

    static RepositoryState none(boolean hasClone) {
        return new RepositoryState(hasClone, null, null, List.of(), List.of(), List.of(), FileNode.NONE, -1);
    }

    /// The same with other owners of values.
    RepositoryState withValues(List<OwnedValue> traced) {
        return new RepositoryState(hasClone, overview, map, findings, traced, workloads, tree, revision);
    }

    /// The commit that is shown, empty without one.
    String commitId() {
        RepositoryOverview known = overview;
        return known == null ? "" : known.head().commitId();
    }
}
