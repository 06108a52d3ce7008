package io.plimsoll.analysis.change.drift;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.drift.dump.Annotations;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

/// Finds the cost fields of a live object, with the same finders as in Git: an object of a dump is a manifest too.
final class LiveObjects {
    private static final String FILE = "live.json";
    private static final int LONGEST_BASE = 1 << 20;
    /// What the cluster sees of Git's own tools; their values stand in the objects that they bring.
    private static final Set<String> TOOLS = Set.of("Application", "ApplicationSet", "AppProject", "HelmRelease",
            "Kustomization", "ConfigMap", "CustomResourceDefinition", "Event", "LimitRange", "ResourceQuota");

    private LiveObjects() {
    }

    /// Whether an object may carry cost of its own: what a controller made follows from what it was made of.
    static boolean concerns(ObjectNode object) {
        return object.has("spec") && !TOOLS.contains(object.path("kind").asString(""))
                && object.path("metadata").path("ownerReferences").isEmpty();
    }

    /// @throws StepFailure what the finders refuse; the object is then too large or has duplicate keys
    static LiveObject of(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        JsonNode annotations = metadata.path("annotations");
        String tracking = annotations.path(Annotations.TRACKING).asString("");
        String instance = metadata.path("labels").path(Annotations.INSTANCE).asString("");
        ManagedFields managed = new ManagedFields(metadata.path("managedFields"));
        String applied = annotations.path(Annotations.LAST_APPLIED).asString("");
        Map<ManifestPath, String> base = base(applied);
        List<LiveField> fields = new ArrayList<>();
        for (Knob knob : knobs(object)) {
            List<String> pointer = pointer(object, knob.path());
            fields.add(new LiveField(knob.path(), pointer, knob.container(), knob.field(), knob.value(), knob.unit(),
                    base.get(knob.path()), managed.owner(knob.path(), pointer)));
        }
        String version = object.path("apiVersion").asString("");
        return new LiveObject(version.contains("/") ? version.substring(0, version.indexOf('/')) : "",
                object.path("kind").asString(""), metadata.path("namespace").asString(""),
                metadata.path("name").asString(""),
                tracking.isEmpty() ? instance : tracking.substring(0, Math.max(0, tracking.indexOf(':'))),
                !tracking.isEmpty(), !managed.isEmpty(), fields);
    }

    private static Map<ManifestPath, String> base(String applied) {
        Map<ManifestPath, String> base = new HashMap<>();
        if (applied.isEmpty() || applied.length() > LONGEST_BASE) {
            return base;
        }
        try {
            if (JsonMapper.shared().readTree(applied) instanceof ObjectNode object) {
                knobs(object).forEach(knob -> base.put(knob.path(), knob.value()));
            }
        } catch (JacksonException | StepFailure e) {
            // Anybody may write an annotation; one that is no object says nothing.
            base.clear();
        }
        return base;
    }

    private static List<Knob> knobs(ObjectNode object) {
        ObjectNode small = JsonMapper.shared().createObjectNode();
        small.set("apiVersion", object.path("apiVersion"));
        small.set("kind", object.path("kind"));
        small.putObject("metadata").set("name", object.path("metadata").path("name"));
        small.set("spec", object.path("spec"));
        return Knobs.find(FILE, small.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> pointer(JsonNode object, ManifestPath path) {
        List<String> pointer = new ArrayList<>();
        JsonNode at = object;
        for (ManifestPath.Step step : path.steps()) {
            String part = switch (step) {
                case ManifestPath.Key(String name) -> name;
                case ManifestPath.Index(int position) -> Integer.toString(position);
                case ManifestPath.Match(String key, String value) -> Integer.toString(position(at, key, value));
                case ManifestPath.Nested() -> ">";
            };
            pointer.add(part);
            at = at.isArray() ? at.path(Math.max(0, Integer.parseInt(part))) : at.path(part);
        }
        return pointer;
    }

    private static int position(JsonNode list, String key, String value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).path(key).asString("").equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
