package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Applies `labels`, `commonLabels` and `commonAnnotations`, for what later selectors and patches look at.
final class Labels {
    private static final Set<String> SELECTING = Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");
    private static final Set<String> TEMPLATED = Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet",
            "ReplicationController", "Job");

    private Labels() {
    }

    static void apply(Kustomization from, ResourceMap resources) {
        for (Value label : from.items("labels")) {
            boolean selectors = label.text("includeSelectors").equals("true");
            boolean templates = selectors || label.text("includeTemplates").equals("true");
            add(resources, label.at("pairs"), "labels", templates, selectors);
        }
        add(resources, from.tree().at("commonLabels"), "labels", true, true);
        add(resources, from.tree().at("commonAnnotations"), "annotations", true, false);
    }

    private static void add(ResourceMap resources, @Nullable Value pairs, String map, boolean templates,
            boolean selectors) {
        if (!(pairs instanceof Value.Fields fields) || fields.entries().isEmpty()) {
            return;
        }
        for (Resource each : resources.all()) {
            Resource.child(each.metadata(), map).entries().putAll(fields.entries());
            if (each.kind().equals("CronJob") && templates) {
                Value.Fields job = Resource.child(Resource.child(each.tree(), "spec"), "jobTemplate");
                Resource.child(Resource.child(job, "metadata"), map).entries().putAll(fields.entries());
                template(Resource.child(job, "spec"), map, fields);
            }
            if (TEMPLATED.contains(each.kind()) && templates) {
                template(Resource.child(each.tree(), "spec"), map, fields);
            }
            if (SELECTING.contains(each.kind()) && selectors) {
                Value.Fields selector = Resource.child(Resource.child(each.tree(), "spec"), "selector");
                Resource.child(selector, "matchLabels").entries().putAll(fields.entries());
            }
        }
    }

    private static void template(Value.Fields spec, String map, Value.Fields pairs) {
        Resource.child(Resource.child(Resource.child(spec, "template"), "metadata"), map).entries()
                .putAll(pairs.entries());
    }
}
