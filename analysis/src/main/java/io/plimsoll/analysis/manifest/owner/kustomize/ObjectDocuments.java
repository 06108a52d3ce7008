package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The objects in the documents of a file: empty ones dropped, lists (`List`, `DeploymentList`) replaced by their items.
final class ObjectDocuments {
    private ObjectDocuments() {
    }

    /// @return trees that nobody else holds
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE for what is no object
    static List<Value.Fields> of(List<Value> documents) {
        Deque<Value> left = new ArrayDeque<>(documents);
        List<Value.Fields> objects = new ArrayList<>();
        while (!left.isEmpty()) {
            Value next = left.removeFirst();
            if (next instanceof Value.Leaf leaf && leaf.nothing()
                    || next instanceof Value.Fields none && none.entries().isEmpty()) {
                continue;
            }
            if (!(next instanceof Value.Fields fields) || fields.text("kind").isEmpty()) {
                throw Refused.invalid("A document has no kind.");
            }
            if (fields.text("kind").endsWith("List")) {
                left.addAll(fields.items("items"));
            } else if (fields.text("metadata", "name").isEmpty()) {
                throw Refused.invalid("A " + fields.text("kind") + " has no name.");
            } else {
                objects.add(fields.copy());
            }
        }
        return objects;
    }
}
