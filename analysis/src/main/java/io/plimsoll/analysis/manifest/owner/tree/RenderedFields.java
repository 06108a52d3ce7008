package io.plimsoll.analysis.manifest.owner.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;

/// Finds the cost fields of rendered objects and says where each comes from. The object is written out as JSON for the
/// knob finders, which read text; their paths lead back to its leaves. For one thread.
public final class RenderedFields {
    private static final Origin NOWHERE = new Origin("", 0, 0, ManifestPath.ROOT);

    private final Sources sources;
    private final String root;
    private final String note;

    /// @param root as in `OwnedField`
    /// @param note for every field
    public RenderedFields(Sources sources, String root, String note) {
        this.sources = sources;
        this.root = root;
        this.note = note;
    }

    /// All cost fields of one object, `sharedBy` still empty. A value that the deployer makes up has an origin without a
    /// file.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure TOO_LARGE when the object is larger than a cluster takes
    public List<OwnedField> of(Value object) {
        if (object.text("kind").equals("CustomResourceDefinition")) {
            return List.of();
        }
        byte[] written = JsonText.of(object).getBytes(StandardCharsets.UTF_8);
        List<OwnedField> fields = new ArrayList<>();
        for (Knob knob : Knobs.find(root + "/rendered.yaml", written)) {
            Value.Leaf leaf = leaf(object, knob.path());
            if (leaf != null) {
                Origin origin = leaf.origin();
                fields.add(new OwnedField(root, knob.kind(), knob.namespace(), knob.name(), knob.container(),
                        knob.field(), knob.value(), origin == null ? NOWHERE : origin, leaf.shadowed(), List.of(),
                        knob.path(), origin == null ? "the deployer makes this value up" : note));
            }
        }
        return fields;
    }

    /// The leaf that a path of a rendered object leads to, also into the YAML that a text holds; `null` if there is none.
    public Value.@Nullable Leaf leaf(Value object, ManifestPath path) {
        Value value = object;
        for (ManifestPath.Step step : path.steps()) {
            value = switch (step) {
                case ManifestPath.Key(String name) -> value instanceof Value.Fields fields ? fields.get(name) : null;
                case ManifestPath.Index(int position) ->
                    value instanceof Value.Items items && position < items.values().size()
                            ? items.values().get(position)
                            : null;
                case ManifestPath.Match(String key, String wanted) -> value instanceof Value.Items items
                        ? items.values().stream().filter(item -> written(item.at(key)).equals(wanted)).findFirst()
                                .orElse(null)
                        : null;
                case ManifestPath.Nested() -> value instanceof Value.Leaf leaf ? first(leaf) : null;
            };
            if (value == null) {
                return null;
            }
        }
        return value instanceof Value.Leaf leaf ? leaf : null;
    }

    /// The text that the knob finders see.
    private static String written(@Nullable Value value) {
        return value instanceof Value.Leaf leaf ? leaf.nothing() ? "null" : leaf.text() : "";
    }

    private @Nullable Value first(Value.Leaf leaf) {
        List<Value> documents = sources.inside(leaf);
        return documents.isEmpty() ? null : documents.getFirst();
    }
}
