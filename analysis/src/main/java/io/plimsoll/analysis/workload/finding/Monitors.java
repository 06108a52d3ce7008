package io.plimsoll.analysis.workload.finding;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.workload.source.ManifestDoc;
import io.plimsoll.analysis.workload.source.Nodes;

/// What of a repository tells Prometheus to scrape: ServiceMonitors through Services, PodMonitors, and Services with the annotation. A
/// namespace that is not written agrees with any, as a kustomization may set it.
final class Monitors {
    static final String ANNOTATION = "prometheus.io/scrape";
    private final List<ManifestDoc> services;
    private final List<ManifestDoc> serviceMonitors;
    private final List<ManifestDoc> podMonitors;

    Monitors(RepositoryText text) {
        this.services = kind(text, "Service");
        this.serviceMonitors = kind(text, "ServiceMonitor");
        this.podMonitors = kind(text, "PodMonitor");
    }

    private static List<ManifestDoc> kind(RepositoryText text, String kind) {
        return text.docs().docs().stream().filter(doc -> doc.kind().equals(kind)).toList();
    }

    boolean scrape(Pods pods) {
        return wanted(pods.annotations()) || podMonitors.stream().anyMatch(monitor -> reaches(monitor,
                pods.workload().namespace()) && selects(monitor, pods.labels()))
                || services.stream().filter(service -> serves(service, pods)).anyMatch(this::scraped);
    }

    private static boolean wanted(Map<String, String> annotations) {
        return annotations.getOrDefault(ANNOTATION, "").equalsIgnoreCase("true");
    }

    private static boolean serves(ManifestDoc service, Pods pods) {
        YamlNode selector = Nodes.at(service.root(), "spec", "selector");
        return !Nodes.entries(selector).isEmpty() && agree(service.namespace(), pods.workload().namespace())
                && LabelSelector.agrees(selector, pods.labels());
    }

    private boolean scraped(ManifestDoc service) {
        Map<String, String> labels = Pods.texts(Nodes.at(service.root(), "metadata", "labels"));
        return wanted(Pods.texts(Nodes.at(service.root(), "metadata", "annotations")))
                || serviceMonitors.stream()
                        .anyMatch(monitor -> reaches(monitor, service.namespace()) && selects(monitor, labels));
    }

    private static boolean selects(ManifestDoc monitor, Map<String, String> labels) {
        return LabelSelector.selects(Nodes.at(monitor.root(), "spec", "selector"), labels);
    }

    /// Without a `namespaceSelector` a monitor looks at its own namespace.
    private static boolean reaches(ManifestDoc monitor, String namespace) {
        YamlNode wanted = Nodes.at(monitor.root(), "spec", "namespaceSelector");
        List<String> names = Nodes.texts(wanted, "matchNames");
        return Nodes.text(wanted, "any").equals("true")
                || (names.isEmpty()
                        ? agree(monitor.namespace(), namespace)
                        : namespace.isEmpty() || names.contains(namespace));
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
