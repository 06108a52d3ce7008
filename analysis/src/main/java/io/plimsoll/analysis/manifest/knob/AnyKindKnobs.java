package io.plimsoll.analysis.manifest.knob;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// What custom resources have in common: `spec.replicas`, and `requests` and `limits` anywhere.
final class AnyKindKnobs implements KnobFinder {
    private static final Set<String> WITHOUT = Set.of("", "CustomResourceDefinition", "Kustomization", "ConfigMap",
            "LimitRange", "ResourceQuota");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        if (WITHOUT.contains(object.kind())) {
            return;
        }
        Cursor replicas = object.spec().at("replicas");
        if (!FieldNames.of(List.of("replicas"), KnobSink.shown(replicas)).isEmpty()) {
            sink.add(replicas, "", Field.REPLICAS);
        }
        Cursor instances = object.spec().at("instances");
        if (UnitGrammar.INTEGER.reads(KnobSink.shown(instances))) {
            sink.add(instances, "", Field.INSTANCES);
        }
        for (Cursor.Child child : object.spec().children()) {
            String key = child.key().toLowerCase(Locale.ROOT);
            if (key.endsWith("storage") || key.endsWith("volume") || key.endsWith("persistence")) {
                LeafWalk.values(child.value(), sink);
            }
        }
        LeafWalk.resources(object.root(), sink);
    }
}
