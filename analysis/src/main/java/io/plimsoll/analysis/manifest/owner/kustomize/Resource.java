package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// An object on its way through the kustomizations, which remembers every name and namespace that it had. Changed in place,
/// for one thread.
final class Resource {
    private final List<ResourceId> previous = new ArrayList<>();
    private Value.Fields tree;
    private String behavior = "";
    private boolean hashed;

    /// @param tree owned by this resource
    Resource(Value.Fields tree) {
        this.tree = tree;
    }

    Value.Fields tree() {
        return tree;
    }

    void become(Value.Fields other) {
        tree = other;
    }

    String kind() {
        return tree.text("kind");
    }

    String apiVersion() {
        return tree.text("apiVersion");
    }

    String name() {
        return tree.text("metadata", "name");
    }

    String namespace() {
        return tree.text("metadata", "namespace");
    }

    ResourceId id() {
        return ResourceId.of(apiVersion(), kind(), name(), namespace());
    }

    ResourceId originalId() {
        return previous.isEmpty() ? id() : previousIds().getFirst();
    }

    /// Earlier identities, the first one first. The group and version are always today's.
    List<ResourceId> previousIds() {
        ResourceId now = id();
        return previous.stream()
                .map(id -> new ResourceId(now.group(), now.version(), id.kind(), id.name(), id.namespace())).toList();
    }

    void remember() {
        ResourceId now = id();
        previous.add(new ResourceId(now.group(), now.version(), now.kind(), now.name(), now.effectiveNamespace()));
    }

    void remember(List<ResourceId> earlier) {
        previous.addAll(0, earlier);
    }

    boolean wasEver(ResourceId wanted) {
        return id().effective().equals(wanted.effective())
                || previousIds().stream().anyMatch(id -> id.effective().equals(wanted.effective()));
    }

    void rename(String name) {
        metadata().entries().put("name", Value.Leaf.made(name));
    }

    void moveTo(String namespace) {
        if (namespace.isEmpty()) {
            metadata().entries().remove("namespace");
        } else {
            metadata().entries().put("namespace", Value.Leaf.made(namespace));
        }
    }

    Value.Fields metadata() {
        return child(tree, "metadata");
    }

    /// The mapping below a key, made if it is missing.
    static Value.Fields child(Value.Fields parent, String key) {
        if (parent.get(key) instanceof Value.Fields fields) {
            return fields;
        }
        Value.Fields made = new Value.Fields();
        parent.entries().put(key, made);
        return made;
    }

    /// Text of a label or annotation; `null` if there is none.
    @Nullable
    String meta(String map, String key) {
        return tree.at("metadata", map, key) instanceof Value.Leaf leaf ? leaf.text() : null;
    }

    /// `merge` or `replace` for what a generator makes; empty otherwise.
    String behavior() {
        return behavior;
    }

    boolean hashed() {
        return hashed;
    }

    Resource generated(String withBehavior, boolean withHash) {
        behavior = withBehavior;
        hashed = withHash;
        return this;
    }
}
