package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.tree.JsonText;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The lines of a new entry of `patches` that sets one value.
///
/// @param object as it is rendered now
/// @param path   to the value in it
/// @param plain  whether the value is written without quotes now
record NewPatch(Value object, ManifestPath path, String value, boolean plain) {
    /// A strategic merge; nothing if the path leads through a list that kustomize would replace as a whole.
    List<String> strategic(ResourceId id) {
        List<String> lines = new ArrayList<>(List.of("patch: |-", "  apiVersion: " + object.text("apiVersion"),
                "  kind: " + id.kind(), "  metadata:", "    name: " + scalar(id.name())));
        if (!id.namespace().isEmpty() && !id.clusterScoped() && !id.namespace().equals("default")) {
            lines.add("    namespace: " + scalar(id.namespace()));
        }
        MergeKeys shape = MergeKeys.of(object.text("apiVersion"), id.kind());
        String indent = "  ";
        String dash = "";
        for (int i = 0; i < path.steps().size(); i++) {
            boolean last = i == path.steps().size() - 1;
            switch (path.steps().get(i)) {
                case ManifestPath.Key(String name) -> {
                    lines.add(indent + dash + scalar(name) + ":" + (last ? " " + written() : ""));
                    indent += dash.isEmpty() ? "  " : "    ";
                    dash = "";
                    boolean list = !last && !(path.steps().get(i + 1) instanceof ManifestPath.Key);
                    if (list && !shape.list(name).equals(List.of("name"))) {
                        return List.of();
                    }
                    shape = shape.below(name);
                }
                case ManifestPath.Match(String key, String name) when key.equals("name") -> {
                    lines.add(indent + "- name: " + scalar(name));
                    indent += "  ";
                }
                default -> {
                    return List.of();
                }
            }
        }
        return lines;
    }

    /// A JSON patch that replaces the value.
    List<String> json(ResourceId id) {
        StringBuilder pointer = new StringBuilder();
        Value at = object;
        for (ManifestPath.Step step : path.steps()) {
            int position = position(at, step);
            String part = step instanceof ManifestPath.Key(String name) ? name : String.valueOf(position);
            at = at == null ? null : step instanceof ManifestPath.Key(String name) ? at.at(name) : item(at, position);
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        List<String> lines = new ArrayList<>(List.of("target:", "  kind: " + id.kind(), "  name: " + scalar(id.name()
                .replace(".", "\\."))));
        if (!id.group().isEmpty()) {
            lines.add(1, "  group: " + id.group());
        }
        lines.addAll(List.of("patch: |-", "  - op: replace", "    path: " + scalar(pointer.toString()),
                "    value: " + written()));
        return at == null ? List.of() : lines;
    }

    private static int position(@Nullable Value at, ManifestPath.Step step) {
        List<Value> items = at == null ? List.of() : at.items();
        return switch (step) {
            case ManifestPath.Index(int position) -> position;
            case ManifestPath.Match(String key, String name) -> {
                int found = 0;
                while (found < items.size() && !items.get(found).text(key).equals(name)) {
                    found++;
                }
                yield found;
            }
            default -> -1;
        };
    }

    private static @Nullable Value item(Value list, int position) {
        List<Value> items = list.items();
        return position >= 0 && position < items.size() ? items.get(position) : null;
    }

    private String written() {
        return plain ? scalar(value) : quoted(value);
    }

    private static String scalar(String text) {
        return text.matches("[A-Za-z0-9/][A-Za-z0-9._/-]*") && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        return JsonText.of(Value.Leaf.made(text));
    }
}
