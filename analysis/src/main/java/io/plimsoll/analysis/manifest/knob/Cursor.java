package io.plimsoll.analysis.manifest.knob;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;

/// A place in a document, which may not exist. Follows aliases and merge keys, as a reader of the file would.
///
/// @param node `null` if the place does not exist
record Cursor(Layer layer, YamlDocument document, @Nullable YamlNode node, ManifestPath path) {
    private static final int MOST_MERGES = 50;
    private static final List<String> NAMES = List.of("name", "groupName", "key");

    static Cursor root(Layer layer, YamlDocument document) {
        return new Cursor(layer, document, document.root(), ManifestPath.ROOT);
    }

    private Cursor to(@Nullable YamlNode found, ManifestPath where) {
        return new Cursor(layer, document, found == null ? null : document.followed(found), where);
    }

    boolean exists() {
        return node != null;
    }

    /// The path of a place that does not exist ends where its existing part does.
    Cursor at(String... keys) {
        Cursor cursor = this;
        for (String key : keys) {
            YamlNode found = cursor.node == null ? null : cursor.value(key, new ArrayList<>());
            if (found == null) {
                return new Cursor(layer, cursor.document, null, cursor.path);
            }
            cursor = cursor.to(found, cursor.path.key(key));
        }
        return cursor;
    }

    private @Nullable YamlNode value(String key, List<YamlNode> seen) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return null;
        }
        YamlNode own = mapping.get(key);
        if (own != null || seen.size() > MOST_MERGES) {
            return own;
        }
        seen.add(mapping);
        YamlNode merged = mapping.get("<<");
        YamlNode source = merged == null ? null : document.followed(merged);
        List<YamlNode> sources = source instanceof YamlNode.Sequence list
                ? list.items()
                : source == null ? List.of() : List.of(source);
        for (YamlNode each : sources) {
            YamlNode found = to(each, path).value(key, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// The decoded text of a single value, empty for anything else.
    String text() {
        return node instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }

    /// Keys of a mapping with what stands there; merged ones and those that are no single value left out.
    List<Child> children() {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return List.of();
        }
        List<Child> children = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && !key.value().equals("<<")) {
                children.add(new Child(key.value(), to(entry.value(), path.key(key.value())),
                        entry.value() instanceof YamlNode.Alias));
            }
        }
        return children;
    }

    /// Items of a list, each addressed by its `name`, `groupName` or `key` if that is unique, else by its position.
    List<Cursor> items() {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return List.of();
        }
        String by = NAMES.stream().filter(this::unique).findFirst().orElse("");
        List<Cursor> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Cursor item = to(sequence.items().get(i), path.index(i));
            items.add(by.isEmpty() ? item : to(item.node, path.match(by, item.at(by).text())));
        }
        return items;
    }

    /// The items that are written here, not as aliases.
    List<Cursor> ownItems() {
        List<Cursor> items = items();
        return node instanceof YamlNode.Sequence sequence
                ? IntStream.range(0, items.size()).filter(i -> !(sequence.items().get(i) instanceof YamlNode.Alias))
                        .mapToObj(items::get).toList()
                : items;
    }

    private boolean unique(String key) {
        Set<String> seen = new HashSet<>();
        return node instanceof YamlNode.Sequence sequence && sequence.items().stream().allMatch(item -> {
            String name = to(item, path).at(key).text();
            return !name.isBlank() && seen.add(name);
        });
    }

    /// The YAML in the text here, which can be edited if it is a literal block; a place that does not exist if it is none or can't be read.
    Cursor inside() {
        ManifestPath below = path.nested();
        if (node instanceof YamlNode.Scalar scalar && !scalar.plain()) {
            try {
                Layer inner = scalar.literal() ? layer.inside(scalar) : layer.decoded(scalar);
                if (!inner.tree().documents().isEmpty()) {
                    YamlDocument first = inner.tree().documents().getFirst();
                    return new Cursor(inner, first, first.root(), below);
                }
            } catch (StepFailure e) {
                return new Cursor(layer, document, null, below);
            }
        }
        return new Cursor(layer, document, null, below);
    }

    /// An entry of a mapping.
    ///
    /// @param alias whether the value is written as an alias
    record Child(String key, Cursor value, boolean alias) {}
}
