package io.plimsoll.analysis.workload.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Reads a tree of YAML by keys. Aliases are not followed: what they carry is rarely a name.
public final class Nodes {
    private Nodes() {
    }

    public static @Nullable YamlNode at(@Nullable YamlNode node, String... keys) {
        YamlNode at = node;
        for (String key : keys) {
            at = at instanceof YamlNode.Mapping mapping ? mapping.get(key) : null;
        }
        return at;
    }

    /// The scalar's value, empty for anything else.
    public static String text(@Nullable YamlNode node, String... keys) {
        return at(node, keys) instanceof YamlNode.Scalar scalar && !scalar.nothing() ? scalar.value() : "";
    }

    public static List<YamlNode> items(@Nullable YamlNode node, String... keys) {
        return at(node, keys) instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
    }

    public static List<String> texts(@Nullable YamlNode node, String... keys) {
        return items(node, keys).stream().map(item -> text(item)).filter(text -> !text.isEmpty()).toList();
    }

    public static List<YamlNode.Entry> entries(@Nullable YamlNode node) {
        return node instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
    }
}
