package io.plimsoll.analysis.manifest.edit;

import java.util.List;

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

    /// Whether braces or brackets surround the last node.
    boolean inFlow() {
        return chain.subList(0, chain.size() - 1).stream()
                .anyMatch(node -> node instanceof YamlNode.Mapping mapping && mapping.flow()
                        || node instanceof YamlNode.Sequence sequence && sequence.flow());
    }

    /// For messages.
    String place() {
        return layer.place(node().start());
    }
}
