package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Applies `patches`, `patchesStrategicMerge` and `patchesJson6902`.
final class Patches {
    private final Sources sources;
    private final Kustomization from;
    private final ResourceMap resources;

    Patches(Sources sources, Kustomization from, ResourceMap resources) {
        this.sources = sources;
        this.from = from;
        this.resources = resources;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure when kustomize would refuse a patch
    void strategic() {
        for (Value.Leaf entry : from.leaves("patchesStrategicMerge")) {
            boolean inline = entry.text().contains("\n") || !sources.isFile(from.resolve(entry.text()));
            if (inline) {
                Sources.checkKeys(entry);
            }
            List<Value> documents = inline ? sources.inside(entry) : file(entry.text());
            ObjectDocuments.of(documents).forEach(patch -> merge(resources.theOne(id(patch)), patch, null));
        }
    }

    /// @param key `patches` or `patchesJson6902`
    void all(String key) {
        from.items(key).forEach(this::entry);
    }

    private void entry(Value entry) {
        List<Value> documents = documents(entry);
        Value target = entry.at("target") instanceof Value.Fields fields ? fields : null;
        if (documents.stream().anyMatch(Value.Items.class::isInstance)) {
            if (target == null) {
                throw Refused.invalid("A JSON patch of " + from.folder() + " has no target.");
            }
            List<Value> operations = documents.stream().flatMap(document -> document.items().stream()).toList();
            for (Resource resource : resources.select(Selector.of(target))) {
                resource.remember();
                JsonPatch.apply(resource.tree(), operations);
            }
            return;
        }
        List<Value.Fields> patches = ObjectDocuments.of(documents);
        if (target == null) {
            patches.forEach(patch -> merge(resources.theOne(id(patch)), patch, entry));
        } else if (patches.size() > 1) {
            throw Refused.invalid("A patch of " + from.folder() + " has a target and several documents.");
        } else {
            Selector selector = Selector.of(target);
            patches.forEach(patch -> resources.select(selector).forEach(each -> merge(each, patch, entry)));
        }
    }

    private List<Value> documents(Value entry) {
        String path = entry.text("path").strip();
        if (entry.at("patch") instanceof Value.Leaf inline && !inline.text().isBlank() && path.isEmpty()) {
            Sources.checkKeys(inline);
            return sources.inside(inline);
        }
        if (path.isEmpty()) {
            throw Refused.invalid("A patch of " + from.folder() + " has neither a path nor a text.");
        }
        return file(path);
    }

    private List<Value> file(String path) {
        String file = from.resolve(path);
        sources.checkKeys(file);
        return sources.documents(file);
    }

    private static ResourceId id(Value patch) {
        return ResourceId.of(patch.text("apiVersion"), patch.text("kind"), patch.text("metadata", "name"),
                patch.text("metadata", "namespace"));
    }

    /// @param entry with `options`; `null` if there are none
    private void merge(Resource resource, Value.Fields patch, @Nullable Value entry) {
        boolean rename = entry != null && entry.text("options", "allowNameChange").equals("true");
        boolean otherKind = entry != null && entry.text("options", "allowKindChange").equals("true");
        if (rename || otherKind) {
            resource.remember();
        }
        Value.Fields before = resource.tree();
        List<@Nullable Value> kept = new ArrayList<>();
        kept.add(before.at("kind"));
        kept.add(before.at("apiVersion"));
        kept.add(before.at("metadata", "name"));
        kept.add(before.at("metadata", "namespace"));
        Value.Fields merged = StrategicMerge.merged(before, patch);
        if (merged == null) {
            resources.remove(resource);
            return;
        }
        resource.become(merged);
        put(merged, "apiVersion", kept.get(1));
        if (!otherKind) {
            put(merged, "kind", kept.get(0));
        }
        if (!rename) {
            put(resource.metadata(), "name", kept.get(2));
        }
        put(resource.metadata(), "namespace", kept.get(3));
    }

    private static void put(Value.Fields fields, String key, @Nullable Value value) {
        if (value == null) {
            fields.entries().remove(key);
        } else {
            fields.entries().put(key, value);
        }
    }
}
