package io.plimsoll.analysis.manifest.owner.tree;

import org.jspecify.annotations.Nullable;

/// What a value hides that is put in place of another as a whole.
public final class Shadowing {
    private Shadowing() {
    }

    /// The winner, each of whose leaves remembers the loser's leaf at the same place: the same key, or the list item of the
    /// same name, or of the same position where there are no names.
    public static Value over(Value winner, @Nullable Value loser) {
        if (loser == null) {
            return winner;
        }
        return switch (winner) {
            case Value.Leaf leaf -> leaf.over(loser);
            case Value.Fields fields -> {
                if (loser instanceof Value.Fields old) {
                    fields.entries().replaceAll((key, value) -> over(value, old.get(key)));
                }
                yield fields;
            }
            case Value.Items items -> {
                if (loser instanceof Value.Items old) {
                    for (int i = 0; i < items.values().size(); i++) {
                        items.values().set(i, over(items.values().get(i), partner(items.values().get(i), i, old)));
                    }
                }
                yield items;
            }
        };
    }

    private static @Nullable Value partner(Value item, int position, Value.Items old) {
        for (String key : ValueReader.NAMES) {
            String name = item.text(key);
            if (!name.isEmpty()) {
                return old.values().stream().filter(each -> each.text(key).equals(name)).findFirst().orElse(null);
            }
        }
        return position < old.values().size() ? old.values().get(position) : null;
    }
}
