package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Applies `namespace`, `namePrefix` and `nameSuffix`, and at the very end lets references to renamed storage classes
/// follow: the only names that are cost fields.
final class Names {
    private static final Set<String> KEPT = Set.of("CustomResourceDefinition", "Namespace");
    private static final Set<String> CLASS_USERS = Set.of("PersistentVolumeClaim", "PersistentVolume");

    private Names() {
    }

    static void apply(Kustomization from, ResourceMap resources) {
        String namespace = from.text("namespace");
        if (!namespace.isEmpty()) {
            resources.all().forEach(each -> move(each, namespace));
            resources.checkUnique();
        }
        rename(resources, from.text("namePrefix"), "");
        rename(resources, "", from.text("nameSuffix"));
    }

    private static void move(Resource resource, String namespace) {
        resource.remember();
        if (resource.kind().equals("Namespace")) {
            resource.rename(namespace);
        }
        if (!resource.id().clusterScoped()) {
            resource.moveTo(namespace);
        }
    }

    private static void rename(ResourceMap resources, String prefix, String suffix) {
        if (prefix.isEmpty() && suffix.isEmpty()) {
            return;
        }
        for (Resource each : resources.all()) {
            ResourceId original = each.originalId();
            boolean service = original.group().equals("apiregistration.k8s.io") && original.kind().equals("APIService");
            if (!KEPT.contains(original.kind()) && !service) {
                each.remember();
                each.rename(prefix + each.name() + suffix);
            }
        }
    }

    static void followStorageClasses(ResourceMap resources) {
        List<Resource> renamed = resources.all().stream()
                .filter(each -> each.kind().equals("StorageClass") && !each.previousIds().isEmpty()).toList();
        if (renamed.isEmpty()) {
            return;
        }
        for (Resource each : resources.all()) {
            if (CLASS_USERS.contains(each.kind())) {
                follow(each.tree().at("spec"), renamed);
            }
            if (each.kind().equals("StatefulSet")) {
                each.tree().items("spec", "volumeClaimTemplates")
                        .forEach(claim -> follow(claim.at("spec"), renamed));
            }
        }
    }

    private static void follow(@Nullable Value spec, List<Resource> renamed) {
        if (!(spec instanceof Value.Fields fields)
                || !(fields.get("storageClassName") instanceof Value.Leaf leaf)) {
            return;
        }
        renamed.stream().filter(each -> each.previousIds().stream().anyMatch(id -> id.name().equals(leaf.text())))
                .findFirst().ifPresent(each -> fields.entries().put("storageClassName",
                        new Value.Leaf(each.name(), leaf.plain(), leaf.origin(), leaf.shadowed())));
    }
}
