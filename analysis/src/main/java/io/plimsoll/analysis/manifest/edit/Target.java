package io.plimsoll.analysis.manifest.edit;

import java.util.List;
import java.util.Objects;

import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Where a path leads.
///
/// @param layer    the text that the last node is in
/// @param document the document of that text
/// @param chain    from that document's root to the last existing node
/// @param missing  keys of the path below that node which don't exist; empty when the path leads to the node itself
public record Target(Layer layer, YamlDocument document, List<YamlNode> chain, List<String> missing) {
    public Target {
        chain = List.copyOf(chain);
        missing = List.copyOf(missing);
    }

    public YamlNode node() {
        return chain.getLast();
    }

    public boolean exists() {
        return missing.isEmpty();
    }

    /// The key under which the mapping stands that holds the value or shall get it; empty if it stands under none.
    String holder() {
        if (missing.size() > 1) {
            return missing.get(missing.size() - 2);
        }
        return holder(chain.size() - (exists() ? 2 : 1));
    }

    /// Whether this is the `value` of an item of `env`.
    boolean environmentValue() {
        int item = chain.size() - (exists() ? 2 : 1);
        String key = exists() ? holder(chain.size() - 1) : missing.getFirst();
        return missing.size() < 2 && key.equals("value") && holder(item - 1).equals("env");
    }

    private String holder(int at) {
        return at > 0 && chain.get(at - 1) instanceof YamlNode.Mapping above
                ? above.entries().stream()
                        .filter(entry -> entry.value().start() == chain.get(at).start()
                                && entry.key() instanceof YamlNode.Scalar)
                        .map(entry -> ((YamlNode.Scalar) entry.key()).value()).findFirst().orElse("")
                : "";
    }

    /// Whether braces or brackets surround the last node.
    boolean inFlow() {
        return chain.subList(0, chain.size() - 1).stream()
                .anyMatch(node -> node instanceof YamlNode.Mapping mapping && mapping.flow()
                        || node instanceof YamlNode.Sequence sequence && sequence.flow());
    }

    /// The kind of the innermost object on the way; empty outside of objects, as in a values file.
    public String kind() {
        return chain.reversed().stream().filter(node -> node instanceof YamlNode.Mapping mapping
                && mapping.get("apiVersion") != null && mapping.get("kind") instanceof YamlNode.Scalar)
                .map(node -> (YamlNode.Scalar) ((YamlNode.Mapping) node).get("kind")).filter(Objects::nonNull)
                .map(YamlNode.Scalar::value).findFirst().orElse("");
    }

    /// Offset of the last node in the file's text.
    public int place() {
        return layer.inFile(node().start());
    }

    /// File and line, for messages.
    String shown() {
        return layer.place(node().start());
    }
}
