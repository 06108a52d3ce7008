package io.plimsoll.analysis.manifest.owner.argo;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The `kustomize` block of a source, as keys of the kustomization that Argo CD edits before it builds it.
final class KustomizeBlock {
    private static final List<String> SAME = List.of("namePrefix", "nameSuffix", "namespace", "replicas", "patches",
            "components");

    private KustomizeBlock() {
    }

    static Value.Fields changes(Value source) {
        Value.Fields changes = new Value.Fields();
        for (String key : SAME) {
            Value value = source.at("kustomize", key);
            if (value != null && !(value instanceof Value.Leaf leaf && leaf.nothing())) {
                changes.entries().put(key, value.copy());
            }
        }
        return changes;
    }
}
