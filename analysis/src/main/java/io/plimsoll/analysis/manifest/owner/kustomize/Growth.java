package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Keeps copies within one object small and flat: copied into itself again and again, it would double each time.
final class Growth {
    private static final int MOST = 50_000;
    private static final int DEEPEST = 300;

    private Growth() {
    }

    /// @throws io.plimsoll.analysis.task.StepFailure LIMIT
    static Value copied(Value value) {
        int count = 0;
        List<Value> level = List.of(value);
        for (int depth = 0; !level.isEmpty(); depth++) {
            count += level.size();
            check(depth);
            if (count > MOST) {
                throw Refused.limit("A copy within an object has more than " + MOST + " values.");
            }
            List<Value> below = new ArrayList<>();
            level.forEach(each -> {
                switch (each) {
                    case Value.Fields fields -> below.addAll(fields.entries().values());
                    case Value.Items items -> below.addAll(items.values());
                    case Value.Leaf leaf -> {
                    }
                }
            });
            level = below;
        }
        return value.copy();
    }

    /// @throws io.plimsoll.analysis.task.StepFailure LIMIT
    static void check(int depth) {
        if (depth > DEEPEST) {
            throw Refused.limit("An object is nested deeper than " + DEEPEST + " levels.");
        }
    }
}
