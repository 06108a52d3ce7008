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
    public static HelmValue.Table over(HelmValue.Table lower, HelmValue.Table upper) {
        return merge(lower, upper, false);
    }

    /// A user's values on a chart's defaults; nulls take away.
    public static HelmValue.Table onDefaults(HelmValue.Table defaults, HelmValue.Table user) {
        return merge(defaults, user, true);
    }

    private static HelmValue.Table merge(HelmValue.Table lower, HelmValue.Table upper, boolean nullsDelete) {
        HelmValue.Table merged = copy(lower);
        for (Map.Entry<String, HelmValue> each : upper.entries().entrySet()) {
            HelmValue old = lower.get(each.getKey());
            HelmValue now = each.getValue();
            if (nullsDelete && now instanceof HelmValue.Scalar scalar && scalar.type() == HelmValue.Type.NULL
                    && old != null) {
                merged.entries().remove(each.getKey());
            } else if (old instanceof HelmValue.Table below && now instanceof HelmValue.Table above) {
                merged.with(each.getKey(), merge(below, above, nullsDelete));
            } else {
                merged.with(each.getKey(), replaced(old, now));
            }
        }
        return merged;
    }

    private static HelmValue replaced(@Nullable HelmValue old, HelmValue now) {
        if (now instanceof HelmValue.Scalar scalar && old instanceof HelmValue.Scalar lost && lost.origin() != null) {
            List<Origin> places = new ArrayList<>();
            places.add(lost.origin());
            places.addAll(lost.shadowed());
            return scalar.over(places);
        }
        if (now instanceof HelmValue.Items items && old instanceof HelmValue.Items lost) {
            return new HelmValue.Items(items(items, lost));
        }
        return now instanceof HelmValue.Table table ? copy(table) : now;
    }

    /// A list replaces a list as a whole; the values at the same position are the ones that nobody sees any more.
    private static List<HelmValue> items(HelmValue.Items now, HelmValue.Items old) {
        List<HelmValue> items = new ArrayList<>();
        for (int i = 0; i < now.items().size(); i++) {
            HelmValue lost = i < old.items().size() ? old.items().get(i) : null;
            HelmValue item = now.items().get(i);
            items.add(item instanceof HelmValue.Table above && lost instanceof HelmValue.Table below
                    ? shadowing(above, below)
                    : replaced(lost, item));
        }
        return items;
    }

    /// The upper values alone, each with the lower one of its path as shadowed: where one source replaces the other as a whole.
    public static HelmValue.Table shadowing(HelmValue.Table above, HelmValue.Table below) {
        HelmValue.Table marked = new HelmValue.Table();
        above.entries().forEach((key, value) -> {
            HelmValue lost = below.get(key);
            marked.with(key, value instanceof HelmValue.Table table && lost instanceof HelmValue.Table under
                    ? shadowing(table, under)
                    : replaced(lost, value));
        });
        return marked;
    }

    /// A tree of its own; leaves are shared.
    public static HelmValue.Table copy(HelmValue.Table table) {
        HelmValue.Table copy = new HelmValue.Table();
        table.entries().forEach((key, value) -> copy.with(key, copy(value)));
        return copy;
    }

    public static HelmValue copy(HelmValue value) {
        return switch (value) {
            case HelmValue.Table table -> copy(table);
            case HelmValue.Items list ->
                new HelmValue.Items(new ArrayList<>(list.items().stream().map(ValueMerge::copy).toList()));
            default -> value;
        };
    }
}
