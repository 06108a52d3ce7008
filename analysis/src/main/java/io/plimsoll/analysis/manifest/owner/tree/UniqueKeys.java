package io.plimsoll.analysis.manifest.owner.tree;

import java.util.HashSet;
import java.util.Set;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Refuses mappings that have a key twice.
final class UniqueKeys {
    private UniqueKeys() {
    }

    /// @throws io.plimsoll.analysis.task.StepFailure DUP_KEY
    static void check(Layer layer, YamlNode node) {
        switch (node) {
            case YamlNode.Mapping mapping -> {
                Set<String> seen = new HashSet<>();
                for (YamlNode.Entry entry : mapping.entries()) {
                    if (entry.key() instanceof YamlNode.Scalar key && !seen.add(key.value())) {
                        throw Refusal.DUP_KEY.because(layer.place(key.start()) + ": the key " + key.value()
                                + " is written twice.");
                    }
                    check(layer, entry.value());
                }
            }
            case YamlNode.Sequence list -> list.items().forEach(item -> check(layer, item));
            default -> {
            }
        }
    }
}
