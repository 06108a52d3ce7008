package io.plimsoll.analysis.manifest.knob;

import java.util.List;

import io.plimsoll.analysis.manifest.CostTags;
import io.plimsoll.analysis.manifest.Field;

/// Labels and tags by which costs are told apart. What selectors are made of is left out: to change it is to lose the pods.
final class TagKnobs implements KnobFinder {
    private static final List<List<String>> PLACES = List.of(List.of("metadata", "labels"),
            List.of("spec", "template", "metadata", "labels"), List.of("spec", "driver", "labels"),
            List.of("spec", "executor", "labels"),
            List.of("spec", "jobTemplate", "spec", "template", "metadata", "labels"),
            List.of("spec", "podTemplate", "metadata", "labels"), List.of("spec", "podMetadata", "labels"),
            List.of("spec", "tags"), List.of("spec", "forProvider", "tags"), List.of("spec", "forProvider", "labels"));
    /// Keys of charts' values whose mappings become labels or tags.
    static final List<String> VALUES = List.of("commonLabels", "podLabels", "customLabels", "costTags", "tags");

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        boolean kustomization = object.kind().equals("Kustomization") && !object.spec().exists()
                || object.isNamedKustomization();
        if (kustomization) {
            object.root().at("labels").items().stream()
                    .filter(label -> !label.at("includeSelectors").text().equals("true"))
                    .forEach(label -> tags(label.at("pairs"), sink));
        } else if (!object.kind().isEmpty()) {
            Cursor selector = object.spec().at("selector");
            PLACES.forEach(place -> {
                Cursor map = object.root().at(place.toArray(String[]::new));
                boolean pods = place.contains("template");
                map.children().stream().filter(child -> !pods || !selector.at("matchLabels", child.key()).exists()
                        && !selector.at(child.key()).exists()).forEach(child -> tag(child, sink));
            });
        }
    }

    static void tags(Cursor map, KnobSink sink) {
        map.children().forEach(child -> tag(child, sink));
    }

    private static void tag(Cursor.Child child, KnobSink sink) {
        if (CostTags.isOne(child.key()) && !child.alias()) {
            sink.add(child.value(), "", Field.COST_TAG);
        }
    }
}
