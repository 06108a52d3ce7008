package io.plimsoll.analysis.change.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import io.plimsoll.analysis.task.StepFailure;

/// A mapping of a settings file, each key of which must be taken.
final class Section {
    private static final int LONGEST = 500;
    private final String file;
    private final Map<String, Node> left = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private final int line;

    private Section(String file, MappingNode mapping) {
        this.file = file;
        this.line = line(mapping);
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(file, line(entry.getKeyNode()), "a key must be a word", "Write a name before the colon.");
            }
            if (left.put(key.getValue(), entry.getValueNode()) != null) {
                throw wrong(file, line(key), key.getValue() + " is written twice", "Keep one of them.");
            }
            lines.put(key.getValue(), line(key));
        }
    }

    /// @throws StepFailure GUARDS_FILE if it is no mapping
    static Section of(String file, Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return new Section(file, mapping);
        }
        throw wrong(file, line(node), what + " must be a mapping", "Write names with a value each.");
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    /// The keys in the order of the file.
    List<String> keys() {
        return List.copyOf(left.keySet());
    }

    @Nullable
    Node take(String key) {
        known.add(key);
        return left.remove(key);
    }

    @Nullable
    Section section(String key) {
        Node node = take(key);
        return node == null ? null : of(file, node, key);
    }

    /// A whole number; null if the key is not there.
    @Nullable
    Integer number(String key, int least, int most) {
        Node node = take(key);
        if (node == null) {
            return null;
        }
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
        if (!node.getTag().equals(Tag.INT) || !text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least
                || Integer.parseInt(text) > most) {
            throw wrong(file, line(node),
                    key + " must be a whole number from " + least + " to " + most + ", not " + text,
                    "Write it without quotes, unit or fraction.");
        }
        return Integer.valueOf(text);
    }

    /// Empty if the key is not there.
    String text(String key) {
        Node node = take(key);
        return node == null ? "" : text(node, key);
    }

    private String text(Node node, String key) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) && !scalar.getValue().isBlank()
                && scalar.getValue().length() <= LONGEST) {
            return scalar.getValue();
        }
        throw wrong(file, line(node), key + " must be a text of up to " + LONGEST + " characters",
                "Write it on one line, in quotes if it starts with a sign.");
    }

    /// Texts; empty if the key is not there, else at least one.
    List<String> texts(String key) {
        return items(key).stream().map(item -> text(item, key)).toList();
    }

    List<Section> sections(String key) {
        return items(key).stream().map(item -> of(file, item, "an entry of " + key)).toList();
    }

    private List<Node> items(String key) {
        Node node = take(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return new ArrayList<>(list.getValue());
        }
        throw wrong(file, line(node), key + " must be a list with at least one entry", "Write each after a dash.");
    }

    /// @throws StepFailure GUARDS_FILE if a key was not taken
    void done() {
        if (!left.isEmpty()) {
            String key = left.keySet().iterator().next();
            throw wrong(file, lines.getOrDefault(key, line), "unknown key " + key,
                    "Known here: " + String.join(", ", known) + ".");
        }
    }

    StepFailure wrong(String key, String reason, String remedy) {
        return wrong(file, lines.getOrDefault(key, line), reason, remedy);
    }

    static StepFailure wrong(String file, int line, String reason, String remedy) {
        return StepFailure.badInput("GUARDS_FILE", file + ", line " + line + ": " + reason + ".", remedy);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
