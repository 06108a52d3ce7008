package io.plimsoll.app.screen.changes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Asks which tags are missing. Away from the FX thread.
final class TagsLoad {
    private TagsLoad() {
    }

    /// @param wanted what was looked for
    /// @param tags   the costliest workload first, without what the change set adds already
    /// @param map    the workloads with their costs
    record Found(List<WantedTag> wanted, List<MissingTag> tags, WorkloadMap map) {}

    /// @param wanted null for the keys that the clone's workloads carry
    static Found read(Workbench workbench, @Nullable List<WantedTag> wanted, Cancellation cancellation) {
        ChangeDesk desk = workbench.changes();
        ManifestIndex index;
        ChangeSet set;
        try (GitRepository clone = workbench.repository().open()) {
            set = desk.current();
            // An empty set follows HEAD.
            index = ManifestIndex.read(clone, set.items().isEmpty() ? "HEAD" : set.baseCommit(), cancellation);
        }
        WorkloadMap map = workbench.workloads().map(index, cancellation);
        List<WantedTag> keys = wanted == null ? WantedTag.carried(index.workloads()) : wanted;
        Set<String> added = set.items().stream().map(item -> item.intent().place()).collect(Collectors.toSet());
        List<MissingTag> missing = desk.missingTags(map, keys, cancellation).stream()
                .filter(tag -> tag.places().isEmpty()
                        || !tag.places().stream().allMatch(place -> added.contains(place.place())))
                .toList();
        return new Found(keys, missing, map);
    }
}
