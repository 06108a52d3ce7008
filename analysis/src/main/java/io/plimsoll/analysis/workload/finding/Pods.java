package io.plimsoll.analysis.workload.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.source.ManifestDoc;
import io.plimsoll.analysis.workload.source.Nodes;

/// The pods of a workload that is written out with a pod template, patches laid over it.
///
/// @param labels      of the pods
/// @param annotations of the pods
/// @param containers  in text order; init containers are left out, as they run for moments only
record Pods(DeclaredWorkload workload, Map<String, String> labels, Map<String, String> annotations,
        List<Container> containers) {
    /// Kinds with a pod template of Kubernetes' own shape.
    private static final Set<String> TEMPLATED = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job",
            "CronJob", "Pod", "Rollout", "DeploymentConfig");
    private static final Set<String> LASTING = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout",
            "DeploymentConfig");

    /// @param line of its name or first key, from 1
    record Container(String name, String file, int line) {}

    /// Those of some workloads that have such pods.
    ///
    /// @param written the documents that write a workload out
    static List<Pods> of(List<DeclaredWorkload> workloads, Function<DeclaredWorkload, List<ManifestDoc>> written) {
        List<Pods> found = new ArrayList<>();
        for (DeclaredWorkload workload : workloads) {
            List<ManifestDoc> objects = written.apply(workload);
            if (TEMPLATED.contains(workload.kind()) && !objects.isEmpty()) {
                found.add(of(workload, objects));
            }
        }
        return found;
    }

    private static Pods of(DeclaredWorkload workload, List<ManifestDoc> objects) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> annotations = new LinkedHashMap<>();
        Map<String, Container> containers = new LinkedHashMap<>();
        for (ManifestDoc doc : objects) {
            YamlNode pod = pod(doc);
            labels.putAll(texts(Nodes.at(pod, "metadata", "labels")));
            annotations.putAll(texts(Nodes.at(pod, "metadata", "annotations")));
            for (YamlNode item : Nodes.items(pod, "spec", "containers")) {
                String name = Nodes.text(item, "name");
                containers.putIfAbsent(name, new Container(name, doc.file(), RepositoryText.line(doc, item)));
            }
        }
        return new Pods(workload, labels, annotations, List.copyOf(containers.values()));
    }

    private static @Nullable YamlNode pod(ManifestDoc doc) {
        return switch (doc.kind()) {
            case "Pod" -> doc.root();
            case "CronJob" -> Nodes.at(doc.root(), "spec", "jobTemplate", "spec", "template");
            default -> Nodes.at(doc.root(), "spec", "template");
        };
    }

    static Map<String, String> texts(@Nullable YamlNode mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        Nodes.entries(mapping).forEach(entry -> texts.put(Nodes.text(entry.key()), Nodes.text(entry.value())));
        return texts;
    }

    /// Whether they are meant to run on and on.
    boolean last() {
        return LASTING.contains(workload.kind());
    }

    /// Whether any place sets one of some fields for a container; a field of the whole pod counts for each.
    boolean sets(Container container, Set<String> fields) {
        return workload.places().stream().flatMap(place -> place.knobs().stream())
                .anyMatch(knob -> fields.contains(knob.field())
                        && (knob.container().equals(container.name()) || knob.container().isEmpty()
                                || knob.kind().equals("Kustomization")));
    }

    String title() {
        return RepositoryText.title(workload.namespace(), workload.name());
    }
}
