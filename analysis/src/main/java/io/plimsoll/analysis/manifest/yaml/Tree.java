package io.plimsoll.analysis.manifest.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.task.StepFailure;

/// A place in a document that may not exist, read as text. Aliases are followed.
///
/// @param node null where nothing stands
public record Tree(YamlDocument document, @Nullable YamlNode node) {
    /// The documents of a file; none if it can't be read as YAML, as a chart's template.
    public static List<Tree> documents(String file, byte[] content) {
        try {
            return YamlTree.parse(ManifestText.decode(file, content)).documents().stream()
                    .map(each -> new Tree(each, each.root())).toList();
        } catch (StepFailure unreadable) {
            return List.of();
        }
    }

    /// One document of a file, counted from 0; empty if the file can't be read as YAML.
    public static Optional<Tree> of(String file, byte[] content, int document) {
        List<Tree> documents = documents(file, content);
        return document < documents.size() ? Optional.of(documents.get(document)) : Optional.empty();
    }

    public Tree at(String... keys) {
        Tree tree = this;
        for (String key : keys) {
            YamlNode found = tree.node instanceof YamlNode.Mapping mapping ? mapping.get(key) : null;
            tree = new Tree(document, found == null ? null : document.followed(found));
        }
        return tree;
    }

    /// Along a path, also into the YAML of a block scalar.
    public Tree at(ManifestPath path) {
        Tree tree = this;
        for (ManifestPath.Step step : path.steps()) {
            tree = switch (step) {
                case ManifestPath.Key(String name) -> tree.at(name);
                case ManifestPath.Index(int position) -> tree.item(position);
                case ManifestPath.Match(String key, String value) -> tree.items().stream()
                        .filter(item -> item.at(key).text().equals(value)).findFirst()
                        .orElse(new Tree(document, null));
                case ManifestPath.Nested() -> tree.inside();
            };
        }
        return tree;
    }

    private Tree item(int position) {
        List<Tree> items = items();
        return position < items.size() ? items.get(position) : new Tree(document, null);
    }

    private Tree inside() {
        try {
            List<YamlDocument> documents = YamlTree.parse(new ManifestText("", text())).documents();
            return documents.isEmpty()
                    ? new Tree(document, null)
                    : new Tree(documents.getFirst(), documents.getFirst().root());
        } catch (StepFailure noYaml) {
            return new Tree(document, null);
        }
    }

    public boolean exists() {
        return node != null && !(node instanceof YamlNode.Scalar scalar && scalar.nothing());
    }

    /// Of a single value; empty for anything else.
    public String text() {
        return exists() && node instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }

    /// Of a single value, else a default.
    public String text(String preset) {
        return text().isEmpty() ? preset : text();
    }

    /// Of a list; empty for anything else.
    public List<Tree> items() {
        List<Tree> items = new ArrayList<>();
        if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> items.add(new Tree(document, document.followed(item))));
        }
        return items;
    }

    /// The single values of a mapping, in text order.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (entry.key() instanceof YamlNode.Scalar key
                        && document.followed(entry.value()) instanceof YamlNode.Scalar value) {
                    texts.put(key.value(), value.value());
                }
            }
        }
        return texts;
    }
}
