package io.plimsoll.analysis.manifest.owner.helm;

import java.util.Map;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Values that stand for what they make.
final class ValuesObject {
    private ValuesObject() {
    }

    static void mark(Value value, String note, Map<Value.Leaf, String> notes) {
        switch (value) {
            case Value.Leaf leaf -> notes.put(leaf, note);
            case Value.Fields fields -> fields.entries().values().forEach(each -> mark(each, note, notes));
            case Value.Items items -> items.values().forEach(each -> mark(each, note, notes));
        }
    }
}
