package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Applies `replacements`. A value that is put in whole keeps the source's origin; one that is joined with a delimiter has
/// none.
record Replacements(Sources sources, Kustomization from, ResourceMap resources) {
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE
    void apply() {
        for (Value entry : from.items("replacements")) {
            String path = entry.text("path");
            if (path.isEmpty()) {
                replacement(entry);
            } else {
                sources.documents(from.resolve(path)).stream()
                        .flatMap(each -> each instanceof Value.Items list ? list.values().stream() : Stream.of(each))
                        .filter(Value.Fields.class::isInstance).forEach(this::replacement);
            }
        }
    }

    private void replacement(Value entry) {
        Value source = entry.at("source");
        if (source == null) {
            throw Refused.unsupported("REPLACEMENTS", from.folder() + " has a replacement without a source.");
        }
        List<Resource> found = resources.all().stream().filter(each -> ids(each).anyMatch(id -> selects(source, id)))
                .toList();
        if (found.size() != 1) {
            throw Refused.invalid("The source of a replacement of " + from.folder() + " is found " + found.size()
                    + " times.");
        }
        Value value = refined(FieldPath.parse(orName(source.text("fieldPath"))).value(found.getFirst().tree()),
                source);
        for (Value target : entry.items("targets")) {
            target(target, value);
        }
    }

    private Value refined(@Nullable Value value, Value source) {
        String delimiter = source.text("options", "delimiter");
        if (value == null) {
            throw Refused.invalid("The source of a replacement of " + from.folder() + " has no such field.");
        }
        if (delimiter.isEmpty()) {
            return value;
        }
        String[] parts = value.text().split(Pattern.quote(delimiter), -1);
        int index = index(source);
        if (!(value instanceof Value.Leaf) || index < 0 || index >= parts.length) {
            throw Refused.invalid("The source of a replacement of " + from.folder() + " has no part " + index + ".");
        }
        return Value.Leaf.made(parts[index]);
    }

    private void target(Value target, Value value) {
        Value select = target.at("select");
        if (select == null) {
            throw Refused.invalid("A target of a replacement of " + from.folder() + " selects nothing.");
        }
        List<String> paths = target.items("fieldPaths").stream().map(each -> each.text()).toList();
        for (Resource each : resources.all()) {
            boolean wanted = ids(each).anyMatch(id -> selects(select, id)) && labelled(select, each)
                    && target.items("reject").stream().noneMatch(reject -> rejected(reject, each));
            if (wanted) {
                (paths.isEmpty() ? List.of("metadata.name") : paths).forEach(path -> put(target, each, path, value));
            }
        }
    }

    private boolean rejected(Value reject, Resource resource) {
        boolean byId = Stream.of("group", "version", "kind", "name", "namespace")
                .anyMatch(key -> !reject.text(key).isEmpty());
        boolean byLabel = !reject.text("labelSelector").isEmpty() || !reject.text("annotationSelector").isEmpty();
        return byId && ids(resource).anyMatch(id -> selects(reject, id)) || byLabel && labelled(reject, resource);
    }

    private static boolean labelled(Value selector, Resource resource) {
        return LabelExpression.parse(selector.text("labelSelector")).matches(key -> resource.meta("labels", key))
                && LabelExpression.parse(selector.text("annotationSelector"))
                        .matches(key -> resource.meta("annotations", key));
    }

    private void put(Value target, Resource resource, String path, Value value) {
        boolean create = target.text("options", "create").equals("true");
        String delimiter = target.text("options", "delimiter");
        int found = FieldPath.parse(path).change(resource.tree(), create, old -> {
            if (!(value instanceof Value.Leaf leaf) || !(old instanceof Value.Leaf present)) {
                return Growth.copied(value);
            }
            boolean number = present.plain() && present.text().matches("-?[0-9]+");
            if (number && !leaf.text().matches("-?[0-9]+")) {
                throw Refused.invalid("A replacement of " + from.folder() + " puts " + leaf.text()
                        + " where a number was.");
            }
            return delimiter.isEmpty()
                    ? new Value.Leaf(leaf.text(), present.plain() || present.text().isEmpty(), leaf.origin(),
                            leaf.shadowed()).over(present)
                    : Value.Leaf.made(joined(present.text(), delimiter, index(target), leaf.text()));
        });
        if (found == 0) {
            throw Refused.invalid("A replacement of " + from.folder() + " finds no " + path + " in "
                    + resource.id() + ".");
        }
    }

    private static String joined(String text, String delimiter, int index, String value) {
        List<String> parts = new ArrayList<>(List.of(text.split(Pattern.quote(delimiter), -1)));
        if (index < 0) {
            parts.addFirst(value);
        } else if (index >= parts.size()) {
            parts.add(value);
        } else {
            parts.set(index, value);
        }
        return String.join(delimiter, parts);
    }

    private int index(Value of) {
        String text = of.text("options", "index");
        if (!text.matches("-?[0-9]{0,6}")) {
            throw Refused.invalid("Not an index of a replacement of " + from.folder() + ": " + text + ".");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static String orName(String path) {
        return path.isEmpty() ? "metadata.name" : path;
    }

    private static Stream<ResourceId> ids(Resource resource) {
        return Stream.concat(Stream.of(resource.id()), resource.previousIds().stream());
    }

    /// Exact, unlike the expressions of patches.
    private static boolean selects(Value selector, ResourceId id) {
        String namespace = selector.text("namespace");
        return fits(selector, "group", id.group()) && fits(selector, "version", id.version())
                && fits(selector, "kind", id.kind()) && fits(selector, "name", id.name())
                && (namespace.isEmpty() || new ResourceId(id.group(), id.version(), id.kind(), id.name(), namespace)
                        .effectiveNamespace().equals(id.effectiveNamespace()));
    }

    private static boolean fits(Value selector, String key, String text) {
        return selector.text(key).isEmpty() || selector.text(key).equals(text);
    }
}
