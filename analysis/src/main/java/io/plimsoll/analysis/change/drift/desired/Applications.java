package io.plimsoll.analysis.change.drift.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// The Applications of a clone, as trees of text.
final class Applications {
    private Applications() {
    }

    static List<ObjectNode> of(Map<String, byte[]> files, Cancellation cancellation) {
        List<ObjectNode> found = new ArrayList<>();
        files.forEach((file, content) -> {
            cancellation.check();
            try {
                String text = ManifestText.decode(file, content).text();
                if (text.contains("ignoreDifferences")) {
                    YamlTree.parse(new ManifestText(file, text)).documents()
                            .forEach(each -> add(each, found));
                }
            } catch (StepFailure e) {
                // The index has said that this file can't be read.
            }
        });
        return found;
    }

    private static void add(YamlDocument document, List<ObjectNode> found) {
        if (document.root() instanceof YamlNode.Mapping root && root.get("kind") instanceof YamlNode.Scalar kind
                && kind.value().startsWith("Application")) {
            found.add(map(root));
        }
    }

    private static ObjectNode map(YamlNode.Mapping mapping) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach(entry -> {
            JsonNode value = entry.key() instanceof YamlNode.Scalar ? value(entry.value()) : null;
            if (value != null && entry.key() instanceof YamlNode.Scalar key) {
                map.set(key.value(), value);
            }
        });
        return map;
    }

    /// Aliases are not followed: no rule needs one.
    private static @Nullable JsonNode value(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> JsonNodeFactory.instance.stringNode(scalar.nothing() ? "" : scalar.value());
            case YamlNode.Mapping mapping -> map(mapping);
            case YamlNode.Alias alias -> null;
            case YamlNode.Sequence sequence -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> {
                    JsonNode value = value(item);
                    if (value != null) {
                        list.add(value);
                    }
                });
                yield list;
            }
        };
    }
}
