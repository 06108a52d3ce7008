package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;

/// Turns YAML into values that know their places. Aliases and merge keys are followed: the place is the anchor's own, under the path
/// of the alias.
public final class ValueReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final List<String> NAMES = List.of("name", "groupName", "key");
    private static final int DEEPEST = 100;

    private final String file;
    private final int index;
    private final Layer layer;
    private final YamlDocument document;

    /// @param index of the document in the file, from 0
    /// @param layer of the file, or of a block in it
    public ValueReader(String file, int index, Layer layer, YamlDocument document) {
        this.file = file;
        this.index = index;
        this.layer = layer;
        this.document = document;
    }

    /// @param path of the node
    public Value read(@Nullable YamlNode node, ManifestPath path) {
        return read(node, path, 0);
    }

    /// As a mapping; an empty one for anything else.
    public Value.Table table(@Nullable YamlNode node, ManifestPath path) {
        return read(node, path) instanceof Value.Table table ? table : new Value.Table();
    }

    /// The values that a text holds, as `helm.values` of an Application. Empty where that is no YAML mapping.
    public Value.Table inside(@Nullable YamlNode node, ManifestPath path) {
        if (node == null || !(document.followed(node) instanceof YamlNode.Scalar scalar)) {
            return table(node, path);
        }
        try {
            Layer inner = scalar.literal() ? layer.inside(scalar) : layer.decoded(scalar);
            if (inner.tree().documents().isEmpty()) {
                return new Value.Table();
            }
            YamlDocument first = inner.tree().documents().getFirst();
            return new ValueReader(file, index, inner, first).table(first.root(), path.nested());
        } catch (StepFailure notYaml) {
            return new Value.Table();
        }
    }

    public Origin origin(YamlNode node, ManifestPath path) {
        return new Origin(file, index, layer.file().text().line(layer.inFile(node.start())), path);
    }

    private Value read(@Nullable YamlNode unresolved, ManifestPath path, int depth) {
        YamlNode node = unresolved == null ? null : document.followed(unresolved);
        if (node == null || depth > DEEPEST) {
            return Value.NULL;
        }
        return switch (node) {
            case YamlNode.Scalar scalar -> new Value.Scalar(scalar.nothing() ? "" : scalar.value(), type(scalar),
                    origin(scalar, path), List.of());
            case YamlNode.Sequence list -> items(list, path, depth);
            case YamlNode.Mapping mapping -> mapping(mapping, path, depth);
            case YamlNode.Alias dangling -> Value.NULL;
        };
    }

    private Value.Items items(YamlNode.Sequence list, ManifestPath path, int depth) {
        String by = NAMES.stream().filter(key -> unique(list, key)).findFirst().orElse("");
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            ManifestPath at = by.isEmpty() ? path.index(i) : path.match(by, text(list.items().get(i), by));
            items.add(read(list.items().get(i), at, depth + 1));
        }
        return new Value.Items(items);
    }

    private boolean unique(YamlNode.Sequence list, String key) {
        Set<String> seen = new HashSet<>();
        return list.items().stream().allMatch(item -> {
            String name = text(item, key);
            return !name.isBlank() && seen.add(name);
        });
    }

    private String text(YamlNode item, String key) {
        YamlNode value = document.followed(item) instanceof YamlNode.Mapping mapping ? mapping.get(key) : null;
        return value != null && document.followed(value) instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }

    private Value.Table mapping(YamlNode.Mapping mapping, ManifestPath path, int depth) {
        Value.Table table = new Value.Table();
        for (YamlNode.Entry entry : mapping.entries("<<")) {
            YamlNode source = document.followed(entry.value());
            List<YamlNode> sources = source instanceof YamlNode.Sequence list ? list.items() : List.of(source);
            sources.reversed().forEach(each -> {
                if (read(each, path, depth + 1) instanceof Value.Table merged) {
                    table.entries().putAll(merged.entries());
                }
            });
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (document.followed(entry.key()) instanceof YamlNode.Scalar key && !key.value().equals("<<")) {
                table.with(key.value(), read(entry.value(), path.key(key.value()), depth + 1));
            }
        }
        return table;
    }

    private static Value.Type type(YamlNode.Scalar scalar) {
        if (scalar.nothing()) {
            return Value.Type.NULL;
        }
        return scalar.plain() ? type(scalar.value()) : Value.Type.STRING;
    }

    /// How an unquoted text is read.
    public static Value.Type type(String plain) {
        if (plain.equals("true") || plain.equals("false")) {
            return Value.Type.BOOL;
        }
        if (plain.equals("null") || plain.equals("~") || plain.isEmpty()) {
            return Value.Type.NULL;
        }
        return NUMBER.matcher(plain).matches() ? Value.Type.NUMBER : Value.Type.STRING;
    }
}
