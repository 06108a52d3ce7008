package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.tree.JsonText;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// A new entry of `patches` that sets one value, as an edit.
///
/// @param object as it is rendered now
/// @param path   to the value in it
/// @param plain  whether the value is written without quotes now
record NewPatch(Value object, ManifestPath path, String value, boolean plain) {
    private static final ManifestPath PATCH = ManifestPath.ROOT.key("patches").index(0).key("patch").nested();

    /// A strategic merge; nothing if the path leads through a list that kustomize would replace as a whole.
    Optional<Edit> strategic(ResourceId id, int document) {
        List<String> lines = new ArrayList<>(List.of("patch: |-", "  apiVersion: " + object.text("apiVersion"),
                "  kind: " + id.kind(), "  metadata:", "    name: " + scalar(id.name())));
        if (!id.namespace().isEmpty() && !id.clusterScoped() && !id.namespace().equals("default")) {
            lines.add("    namespace: " + scalar(id.namespace()));
        }
        MergeKeys shape = MergeKeys.of(object.text("apiVersion"), id.kind());
        String indent = "  ";
        String dash = "";
        int size = needed();
        for (int i = 0; i < path.steps().size(); i++) {
            boolean last = i == path.steps().size() - 1;
            switch (path.steps().get(i)) {
                case ManifestPath.Key(String name) -> {
                    if (i < size) {
                        lines.add(indent + dash + scalar(name) + ":" + (last ? " \"\"" : ""));
                    }
                    indent += dash.isEmpty() ? "  " : "    ";
                    dash = "";
                    boolean list = !last && !(path.steps().get(i + 1) instanceof ManifestPath.Key);
                    if (list && !shape.list(name).equals(List.of("name"))) {
                        return Optional.empty();
                    }
                    shape = shape.below(name);
                }
                case ManifestPath.Match(String key, String name) when key.equals("name") -> {
                    lines.add(indent + "- name: " + scalar(name));
                    indent += "  ";
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Edit(document, PATCH.plus(path), null, value, lines));
    }

    /// How many steps the item spells out: down to the last list, since keys are added by themselves; all of them where quotes are.
    private int needed() {
        int size = path.steps().size();
        while (bare() && size > 0 && path.steps().get(size - 1) instanceof ManifestPath.Key) {
            size--;
        }
        return size;
    }

    /// Quotes of the author's stay where a bare word would be read as something else than text.
    private boolean bare() {
        return plain || value.matches("[0-9.]*[A-Za-z]+") && scalar(value).equals(value);
    }

    /// A JSON patch that replaces the value.
    Optional<Edit> json(ResourceId id, int document) {
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
        lines.addAll(List.of("patch: |-", "  - op: replace", "    path: " + scalar(pointer.toString())));
        if (!bare()) {
            lines.add("    value: \"\"");
        }
        return at == null
                ? Optional.empty()
                : Optional.of(new Edit(document, PATCH.index(0).key("value"), null, value, lines));
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

    private static String scalar(String text) {
        return text.matches("[A-Za-z0-9/][A-Za-z0-9._/-]*") && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        return JsonText.of(Value.Leaf.made(text));
    }
}
