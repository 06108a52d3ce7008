package io.plimsoll.analysis.manifest.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// One document of a stream, with its anchors. An anchor may be defined again; an alias means the last one before it.
public final class YamlDocument {
    private final YamlNode root;
    private final String head;
    private final Map<String, TreeMap<Integer, YamlNode>> anchored = new HashMap<>();
    private final List<YamlNode.Alias> aliases = new ArrayList<>();

    /// @param head marker and directives, as text to compare
    YamlDocument(YamlNode root, String head) {
        this.root = root;
        this.head = head;
        collect(root);
    }

    private void collect(YamlNode node) {
        if (node.anchor() != null) {
            anchored.computeIfAbsent(node.anchor(), name -> new TreeMap<>()).put(node.start(), node);
        }
        switch (node) {
            case YamlNode.Scalar scalar -> {
            }
            case YamlNode.Alias alias -> aliases.add(alias);
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::collect);
            case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> {
                collect(entry.key());
                collect(entry.value());
            });
        }
    }

    public YamlNode root() {
        return root;
    }

    /// Whether it starts with `---`, and its directives.
    public String head() {
        return head;
    }

    /// What an alias stands for; `null` if nothing before it has that anchor.
    public @Nullable YamlNode target(YamlNode.Alias alias) {
        TreeMap<Integer, YamlNode> named = anchored.get(alias.target());
        Map.Entry<Integer, YamlNode> last = named == null ? null : named.lowerEntry(alias.start());
        return last == null ? null : last.getValue();
    }

    /// The places where this very node appears again.
    public List<YamlNode.Alias> aliasesOf(YamlNode node) {
        return node.anchor() == null
                ? List.of()
                : aliases.stream().filter(alias -> target(alias) == node).toList();
    }

    /// The node itself, or what it stands for if it is an alias that can be followed.
    public YamlNode followed(YamlNode node) {
        YamlNode target = node instanceof YamlNode.Alias alias ? target(alias) : null;
        return target == null ? node : target;
    }
}
