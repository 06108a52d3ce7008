package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.source.ManifestDoc;

/// A kustomization that nothing in the clone deploys, while others are deployed from it.
final class NotDeployed implements FindingRule {
    @Override
    public String kind() {
        return "not-deployed";
    }

    @Override
    public String explanation() {
        return "Nothing in the clone deploys a kustomization; its objects are left out of everything here.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        return text.leftOut().stream().map(root -> new RepositoryFinding(kind(), Severity.LOW,
                text.docs().docs().stream().filter(doc -> doc.isKustomization() && doc.folder().equals(root))
                        .map(ManifestDoc::file).findFirst().orElse(root),
                0, root, "No Application or Flux Kustomization of this clone names the folder "
                        + (root.isEmpty() ? "at the top" : root) + ".",
                "Remove it if it is dead; else tell which Application brings it to a cluster."))
                .toList();
    }
}
