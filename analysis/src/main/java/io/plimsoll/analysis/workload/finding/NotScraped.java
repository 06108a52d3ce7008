package io.plimsoll.analysis.workload.finding;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;
import io.plimsoll.analysis.workload.source.ManifestDoc;

/// A lasting workload that nothing in the clone tells Prometheus to scrape. Jobs and what operators run are left out: the former rarely
/// serve metrics, the latter have ways of their own to say it.
final class NotScraped implements FindingRule {
    @Override
    public String kind() {
        return "no-scrape";
    }

    @Override
    public String explanation() {
        return "Nothing in the clone tells Prometheus to scrape a workload: no annotation, no ServiceMonitor, no PodMonitor.";
    }

    @Override
    public List<RepositoryFinding> find(RepositoryText text, Cancellation cancellation) {
        Monitors monitors = new Monitors(text);
        List<RepositoryFinding> found = new ArrayList<>();
        for (Pods pods : text.pods()) {
            cancellation.check();
            if (pods.last() && !monitors.scrape(pods)) {
                ManifestDoc first = text.objects(pods.workload()).getFirst();
                int line = first.root() == null ? 0 : RepositoryText.line(first, first.root());
                found.add(new RepositoryFinding(kind(), Severity.MEDIUM, first.file(), line, pods.title(),
                        "Its pods have no annotation " + Monitors.ANNOTATION
                                + ", and no ServiceMonitor or PodMonitor selects them.",
                        "Add the annotation to the pod template, or a ServiceMonitor for its Service."));
            }
        }
        return found;
    }
}
