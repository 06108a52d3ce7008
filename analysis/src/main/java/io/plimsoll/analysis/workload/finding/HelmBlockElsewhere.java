package io.plimsoll.analysis.workload.finding;

import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.source.ManifestDoc;

/// Helm values in an Application at a place where Argo CD does not read them.
final class HelmBlockElsewhere implements FindingRule {
    @Override
    public String kind() {
        return "helm-block-elsewhere";
    }

    @Override
    public String explanation() {
        return "An Application has Helm values where Argo CD does not look for them; they have no effect.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        return text.docs().docs().stream().filter(ManifestDoc::hasHelmBlockElsewhere)
                .map(doc -> new RepositoryFinding(kind(), Severity.MEDIUM, doc.file(),
                        doc.root() == null ? 0 : RepositoryText.line(doc, doc.root()), doc.name(),
                        "The helm block of Application " + doc.name() + " is not under spec.source.",
                        "Move it to spec.source.helm."))
                .toList();
    }
}
