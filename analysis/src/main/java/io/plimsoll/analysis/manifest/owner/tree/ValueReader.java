package io.plimsoll.analysis.manifest.owner.tree;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Turns a parsed text into values: aliases are put in, merge keys too, each with the place of its anchor. For one thread.
final class ValueReader {
    private static final int USUAL_NODES = 20_000;
    private static final int DEEPEST = 250;
    static final List<String> NAMES = List.of("name", "groupName", "key");

    private final Layer layer;
    private final String file;
    private final Map<YamlNode, ManifestPath> anchors = new IdentityHashMap<>();
    private int nodes;

    ValueReader(Layer layer, String file) {
        this.layer = layer;
        this.file = file;
    }

    /// @param number of the document in the file
    /// @param prefix path in the file that leads to the document's root
    /// @throws io.plimsoll.analysis.task.StepFailure PARSE for aliases that never end
    Value read(YamlDocument document, int number, ManifestPath prefix) {
        return value(document, document.root(), number, prefix, 0);
    }

    /// The same tree with all leaves at one place, or at none.
    static Value placed(Value value, @Nullable Origin origin) {
        return switch (value) {
            case Value.Leaf leaf -> new Value.Leaf(leaf.text(), leaf.plain(), origin, List.of());
            case Value.Fields fields -> {
                Value.Fields placed = new Value.Fields();
                fields.entries().forEach((key, each) -> placed.entries().put(key, placed(each, origin)));
                yield placed;
            }
            case Value.Items items -> {
                Value.Items placed = new Value.Items();
                items.values().forEach(each -> placed.values().add(placed(each, origin)));
                yield placed;
            }
        };
    }

    private Value value(YamlDocument document, YamlNode node, int number, ManifestPath path, int depth) {
        if (++nodes > USUAL_NODES + layer.text().text().length() || depth > DEEPEST) {
            throw Refusal.PARSE.because(layer.place(node.start()) + ": the aliases stand for too much.");
        }
        if (node.anchor() != null) {
            anchors.putIfAbsent(node, path);
        }
        return switch (node) {
            case YamlNode.Scalar scalar -> new Value.Leaf(scalar.value(), scalar.plain(), new Origin(file, number,
                    layer.file().text().line(layer.inFile(scalar.start())), path), List.of());
            case YamlNode.Alias alias -> aliased(document, alias, number, path, depth);
            case YamlNode.Sequence list -> items(document, list, number, path, depth);
            case YamlNode.Mapping mapping -> fields(document, mapping, number, path, depth);
        };
    }

    private Value aliased(YamlDocument document, YamlNode.Alias alias, int number, ManifestPath path, int depth) {
        YamlNode target = document.target(alias);
        if (target == null) {
            throw Refusal.PARSE.because(layer.place(alias.start()) + ": nothing is named &" + alias.target() + ".");
        }
        return value(document, target, number, anchors.getOrDefault(target, path), depth + 1);
    }

    private Value items(YamlDocument document, YamlNode.Sequence list, int number, ManifestPath path, int depth) {
        String by = NAMES.stream().filter(key -> unique(document, list, key)).findFirst().orElse("");
        Value.Items items = new Value.Items();
        for (int i = 0; i < list.items().size(); i++) {
            YamlNode item = list.items().get(i);
            ManifestPath place = by.isEmpty() ? path.index(i) : path.match(by, name(document, item, by));
            items.values().add(value(document, item, number, place, depth + 1));
        }
        return items;
    }

    private static boolean unique(YamlDocument document, YamlNode.Sequence list, String key) {
        Set<String> seen = new HashSet<>();
        return list.items().stream().map(item -> name(document, item, key))
                .allMatch(name -> !name.isBlank() && seen.add(name));
    }

    private static String name(YamlDocument document, YamlNode item, String key) {
        return document.followed(item) instanceof YamlNode.Mapping mapping
                && mapping.get(key) instanceof YamlNode node
                && document.followed(node) instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }

    private Value fields(YamlDocument document, YamlNode.Mapping mapping, int number, ManifestPath path, int depth) {
        Value.Fields fields = new Value.Fields();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && !merge(key)) {
                fields.entries().put(key.value(),
                        value(document, entry.value(), number, path.key(key.value()), depth + 1));
            } else if (document.followed(entry.key()) instanceof YamlNode.Scalar key && !merge(key)) {
                fields.entries().put(key.value(),
                        value(document, entry.value(), number, path.key(key.value()), depth + 1));
            }
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && merge(key)) {
                merged(value(document, entry.value(), number, path.key("<<"), depth + 1), fields);
            }
        }
        return fields;
    }

    private static boolean merge(YamlNode.Scalar key) {
        return key.plain() && key.value().equals("<<");
    }

    /// The mapping's own keys and earlier sources go first.
    private static void merged(Value source, Value.Fields into) {
        List<Value> sources = source instanceof Value.Items list ? list.values() : List.of(source);
        for (Value each : sources) {
            if (each instanceof Value.Fields fields) {
                fields.entries().forEach((key, value) -> into.entries().putIfAbsent(key, value.copy()));
            }
        }
    }
}
