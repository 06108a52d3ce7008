package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Applies `replicas`.
final class Replicas {
    private static final Set<String> KINDS = Set.of("Deployment", "ReplicationController", "ReplicaSet",
            "StatefulSet");

    private Replicas() {
    }

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE when nothing has the name
    static void apply(Kustomization from, ResourceMap resources) {
        for (Value entry : from.items("replicas")) {
            String name = entry.text("name");
            List<Resource> found = resources.all().stream().filter(each -> named(each, name)).toList();
            if (found.isEmpty() || !(entry.at("count") instanceof Value.Leaf count)) {
                throw Refused.invalid("Nothing that has replicas is called " + name + ".");
            }
            for (Resource each : found) {
                Value.Fields spec = Resource.child(each.tree(), "spec");
                spec.entries().put("replicas", count.over(spec.get("replicas")));
            }
        }
    }

    private static boolean named(Resource resource, String name) {
        return Stream.concat(resource.previousIds().stream(), Stream.of(resource.id()))
                .anyMatch(id -> id.name().equals(name) && KINDS.contains(id.kind()));
    }
}
