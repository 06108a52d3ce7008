package io.plimsoll.analysis.manifest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads manifests with a library that the editor doesn't use, as a reader of YAML 1.1, and tells two texts apart.
final class OtherReader {
    private OtherReader() {
    }

    static List<Node> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(1 << 24);
        List<Node> documents = new ArrayList<>();
        String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
        new Yaml(new SafeConstructor(options)).composeAll(new StringReader(visible)).forEach(documents::add);
        return documents;
    }

    /// What is different, as `path: old -> new`, `path added` and `path gone`; with the types where they differ too.
    static List<String> differences(List<Node> before, List<Node> after) {
        List<String> found = new ArrayList<>();
        if (before.size() != after.size()) {
            found.add(before.size() + " documents -> " + after.size());
            return found;
        }
        for (int i = 0; i < before.size(); i++) {
            compare("#" + i, before.get(i), after.get(i), found);
        }
        return found;
    }

    private static void compare(String at, Node old, Node now, List<String> found) {
        if (old instanceof MappingNode was && now instanceof MappingNode is && was.getTag().equals(is.getTag())) {
            mappings(at, was.getValue(), is.getValue(), found);
        } else if (old instanceof SequenceNode was && now instanceof SequenceNode is
                && was.getValue().size() == is.getValue().size()) {
            for (int i = 0; i < was.getValue().size(); i++) {
                compare(at + "[" + i + "]", was.getValue().get(i), is.getValue().get(i), found);
            }
        } else if (old instanceof ScalarNode was && now instanceof ScalarNode is) {
            scalars(at, was, is, found);
        } else if (!(nothing(old) && now instanceof MappingNode is && is.getValue().size() == 1)) {
            found.add(at + ": " + old.getNodeId() + " -> " + now.getNodeId());
        } else {
            mappings(at, List.of(), is.getValue(), found);
        }
    }

    private static boolean nothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    private static void mappings(String at, List<NodeTuple> was, List<NodeTuple> is, List<String> found) {
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            if (i >= was.size()) {
                found.add(at + "." + key(is.get(i)) + " added");
            } else if (i >= is.size() || !key(was.get(i)).equals(key(is.get(i)))) {
                found.add(at + "." + key(was.get(i)) + " gone");
                return;
            } else {
                compare(at + "." + key(was.get(i)), was.get(i).getValueNode(), is.get(i).getValueNode(), found);
            }
        }
    }

    static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static void scalars(String at, ScalarNode was, ScalarNode is, List<String> found) {
        boolean block = was.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                && was.getScalarStyle() == is.getScalarStyle();
        if (was.getValue().equals(is.getValue()) && was.getTag().equals(is.getTag())) {
            return;
        }
        if (block && readable(was.getValue())) {
            differences(read(was.getValue()), read(is.getValue())).forEach(each -> found.add(at + ">" + each));
        } else {
            boolean quotesLost = was.getTag().equals(Tag.STR) && !is.getTag().equals(Tag.STR);
            found.add(at + ": " + was.getValue() + " -> " + is.getValue()
                    + (quotesLost ? " as " + is.getTag().getClassName() : ""));
        }
    }

    private static boolean readable(String text) {
        try {
            read(text);
            return true;
        } catch (YAMLException e) {
            return false;
        }
    }
}
