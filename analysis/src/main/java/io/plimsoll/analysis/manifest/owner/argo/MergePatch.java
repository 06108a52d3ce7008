package io.plimsoll.analysis.manifest.owner.argo;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// JSON merge patch (RFC 7396): mappings merge, a null takes away, all else replaces.
final class MergePatch {
    private MergePatch() {
    }

    /// Neither argument is changed.
    static Value of(Value target, Value patch) {
        if (!(patch instanceof Value.Fields changes)) {
            return patch instanceof Value.Leaf leaf ? leaf.over(target) : patch.copy();
        }
        Value.Fields merged = target instanceof Value.Fields fields ? fields.copy() : new Value.Fields();
        changes.entries().forEach((key, value) -> {
            Value old = merged.get(key);
            if (value instanceof Value.Leaf leaf && leaf.nothing()) {
                merged.entries().remove(key);
            } else {
                merged.entries().put(key, of(old == null ? new Value.Fields() : old, value));
            }
        });
        return merged;
    }
}
