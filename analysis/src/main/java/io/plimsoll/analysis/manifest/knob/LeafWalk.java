package io.plimsoll.analysis.manifest.knob;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.edit.Tokens;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Looks at every single value below a place and takes those whose keys say that they cost. Does not follow aliases: the
/// anchor's own place is found.
final class LeafWalk {
    private static final int DEEPEST = 40;

    private final KnobSink sink;
    private final boolean resourcesOnly;

    private LeafWalk(KnobSink sink, boolean resourcesOnly) {
        this.sink = sink;
        this.resourcesOnly = resourcesOnly;
    }

    /// All rules of `FieldNames`, for values whose schema nobody knows.
    static void values(Cursor from, KnobSink sink) {
        new LeafWalk(sink, false).walk(from, new ArrayList<>(), "");
    }

    /// Only what stands in `requests` and `limits`, for objects of unknown kinds.
    static void resources(Cursor from, KnobSink sink) {
        new LeafWalk(sink, true).walk(from, new ArrayList<>(), "");
    }

    private void walk(Cursor at, List<String> keys, String container) {
        if (keys.size() > DEEPEST) {
            return;
        }
        for (Cursor item : at.ownItems()) {
            String list = keys.isEmpty() ? "" : keys.getLast();
            String name = item.at("name").text();
            walk(item, keys, list.endsWith("ontainers") || !name.isEmpty() ? name : container);
        }
        for (Cursor.Child child : at.children()) {
            keys.add(child.key());
            YamlNode node = child.value().node();
            boolean template = node != null && Tokens.template(at.layer().text(), node);
            if (node instanceof YamlNode.Scalar || template) {
                leaf(child.value(), keys, container);
            } else if (!child.alias()) {
                if (!resourcesOnly && TagKnobs.VALUES.contains(child.key())) {
                    TagKnobs.tags(child.value(), sink);
                }
                walk(child.value(), keys, component(child.key(), container));
            }
            keys.removeLast();
        }
    }

    private void leaf(Cursor value, List<String> keys, String container) {
        if (!resourcesOnly) {
            SparkKnobs.configured(keys.getLast(), value, sink);
        }
        String parent = keys.size() < 2 ? "" : keys.get(keys.size() - 2);
        boolean resource = parent.equals("requests") || parent.equals("limits");
        String field = resource || !resourcesOnly ? FieldNames.of(keys, KnobSink.shown(value)) : "";
        if (!field.isEmpty() && !(resourcesOnly && field.equals(Field.STORAGE_CLASS))) {
            sink.add(value, container, field);
        }
    }

    /// The key above `resources` names the component that they belong to.
    private static String component(String key, String container) {
        return switch (key) {
            case "container", "script", "resources", "requests", "limits", "spec", "template", "values", "autoscaling",
                    "persistence" ->
                container;
            default -> key;
        };
    }
}
