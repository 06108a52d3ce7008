package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.Origin;

/// Lays values over values as Helm does: mappings merge at any depth, everything else replaces, and a null takes the key away.
///
/// What loses to a value of the same path is kept with the winner, so that nobody edits a place without effect. Makes new trees.
public final class ValueMerge {
    private ValueMerge() {
    }

    /// Layers of a user's own values: a null stays, since it may have to take away a chart's default later.
    public static Value.Table over(Value.Table lower, Value.Table upper) {
        return merge(lower, upper, false);
    }

    /// A user's values on a chart's defaults; nulls take away.
    public static Value.Table onDefaults(Value.Table defaults, Value.Table user) {
        return merge(defaults, user, true);
    }

    private static Value.Table merge(Value.Table lower, Value.Table upper, boolean nullsDelete) {
        Value.Table merged = copy(lower);
        for (Map.Entry<String, Value> each : upper.entries().entrySet()) {
            Value old = lower.get(each.getKey());
            Value now = each.getValue();
            if (nullsDelete && now instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL && old != null) {
                merged.entries().remove(each.getKey());
            } else if (old instanceof Value.Table below && now instanceof Value.Table above) {
                merged.with(each.getKey(), merge(below, above, nullsDelete));
            } else {
                merged.with(each.getKey(), replaced(old, now));
            }
        }
        return merged;
    }

    private static Value replaced(@Nullable Value old, Value now) {
        if (now instanceof Value.Scalar scalar && old instanceof Value.Scalar lost && lost.origin() != null) {
            List<Origin> places = new ArrayList<>();
            places.add(lost.origin());
            places.addAll(lost.shadowed());
            return scalar.over(places);
        }
        if (now instanceof Value.Items items && old instanceof Value.Items lost) {
            return new Value.Items(items(items, lost));
        }
        return now instanceof Value.Table table ? copy(table) : now;
    }

    /// A list replaces a list as a whole; the values at the same position are the ones that nobody sees any more.
    private static List<Value> items(Value.Items now, Value.Items old) {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < now.items().size(); i++) {
            Value lost = i < old.items().size() ? old.items().get(i) : null;
            Value item = now.items().get(i);
            items.add(item instanceof Value.Table above && lost instanceof Value.Table below
                    ? shadowing(above, below)
                    : replaced(lost, item));
        }
        return items;
    }

    private static Value.Table shadowing(Value.Table above, Value.Table below) {
        Value.Table marked = new Value.Table();
        above.entries().forEach((key, value) -> {
            Value lost = below.get(key);
            marked.with(key, value instanceof Value.Table table && lost instanceof Value.Table under
                    ? shadowing(table, under)
                    : replaced(lost, value));
        });
        return marked;
    }

    /// A tree of its own; leaves are shared.
    public static Value.Table copy(Value.Table table) {
        Value.Table copy = new Value.Table();
        table.entries().forEach((key, value) -> copy.with(key, copy(value)));
        return copy;
    }

    public static Value copy(Value value) {
        return switch (value) {
            case Value.Table table -> copy(table);
            case Value.Items list -> new Value.Items(new ArrayList<>(list.items().stream().map(ValueMerge::copy).toList()));
            default -> value;
        };
    }
}
