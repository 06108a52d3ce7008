package io.plimsoll.app.screen.repository;

import java.util.List;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.OwnedValues;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Reads what the screen shows. Away from the FX thread.
final class RepositoryLoad {
    private RepositoryLoad() {
    }

    /// Who owns each value, as the builds of the clone make them; it takes longer than all the rest.
    static List<OwnedValue> owners(RepositoryOverview overview, Cancellation cancellation) {
        return OwnedValues.traced(overview, cancellation);
    }

    /// @param known    what is shown; kept where neither the clone's HEAD nor the data have moved
    /// @param revision of the data
    static RepositoryState read(Workbench workbench, RepositoryState known, long revision, Progress progress,
            Cancellation cancellation) {
        if (workbench.repository().folder().isEmpty()) {
            return RepositoryState.none(false);
        }
        RepositoryOverview before = known.overview();
        RepositoryOverview overview;
        try (GitRepository clone = workbench.repository().open()) {
            boolean same = before != null && before.head().equals(clone.head());
            if (same && known.revision() == revision) {
                return known;
            }
            overview = same && before != null
                    ? before
                    : RepositoryOverview.read(clone, progress.part(0, 0.8), cancellation);
        }
        WorkloadMap map = workbench.workloads().map(overview.manifests(), cancellation);
        cancellation.check();
        return new RepositoryState(true, overview, map, overview.findings(map),
                OwnedValues.declared(overview.manifests().workloads(), overview.knobs()),
                WorkloadRow.of(map, workbench.workloads().pins()), FileNode.of(overview, map), revision);
    }
}
