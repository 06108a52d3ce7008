package io.plimsoll.analysis.manifest.knob;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.Field;

/// Kustomize: `replicas`, and patches written into the kustomization, both strategic-merge and JSON 6902.
final class KustomizeKnobs implements KnobFinder {
    @Override
    public void find(ManifestObject object, KnobSink sink) {
        boolean bare = object.root().at("apiVersion").text().isEmpty();
        boolean named = bare && object.isNamedKustomization();
        boolean kustomize = object.root().at("apiVersion").text().startsWith("kustomize.config.k8s.io/");
        if (!named && !kustomize) {
            return;
        }
        Cursor root = object.root();
        replicas(root.at("replicas"), sink);
        for (String list : List.of("patches", "patchesJson6902")) {
            root.at(list).items().forEach(patch -> patch(patch, sink));
        }
        root.at("patchesStrategicMerge").items().forEach(text -> text(text, root, sink));
        root.at("configMapGenerator").items().forEach(generator -> generator.at("literals").items()
                .forEach(literal -> literal(literal, sink)));
        root.at("helmCharts").items().forEach(chart -> LeafWalk.values(chart.at("valuesInline"), sink));
    }

    static void replicas(Cursor list, KnobSink sink) {
        list.items().forEach(item -> sink.add(item.at("count"), item.at("name").text(), Field.REPLICAS));
    }

    /// One entry of `patches`, with its text in `patch`.
    static void patch(Cursor patch, KnobSink sink) {
        text(patch.at("patch"), patch.at("target"), sink);
    }

    private static void text(Cursor text, Cursor target, KnobSink sink) {
        Cursor inside = text.inside();
        if (inside.at("kind").exists()) {
            ManifestObject object = ManifestObject.of(sink.object().file(), inside);
            KnobFinders.visit(object, sink.in(object));
            return;
        }
        ManifestObject patched = new ManifestObject(sink.object().file(), inside, target.at("kind").text(),
                target.at("namespace").text(), target.at("name").text());
        KnobSink here = target.at("kind").exists() ? sink.in(patched) : sink;
        inside.items().forEach(operation -> operation(operation, here));
    }

    /// `KEY=value` as one scalar: listed, with the whole of it as its value.
    private static void literal(Cursor literal, KnobSink sink) {
        int equals = literal.text().indexOf('=');
        String field = equals < 0
                ? ""
                : SpokenNames.field(literal.text().substring(0, equals), literal.text().substring(equals + 1));
        if (!field.isEmpty()) {
            sink.add(literal, "", field);
        }
    }

    /// A JSON 6902 operation with a single value.
    static void operation(Cursor operation, KnobSink sink) {
        List<String> keys = new ArrayList<>();
        for (String part : operation.at("path").text().split("/")) {
            keys.add(part.replace("~1", "/").replace("~0", "~"));
        }
        Cursor value = operation.at("value");
        String field = FieldNames.of(keys, KnobSink.shown(value));
        if (!field.isEmpty()) {
            sink.add(value, "", field, FieldNames.path(keys));
        } else if (value.exists()) {
            LeafWalk.resources(value, sink);
        }
    }
}
