package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Shadowing;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// A strategic merge as kustomize does it: maps by key, lists of known kinds by their merge keys with what the patch names
/// first, other lists as a whole, `null` deletes, and `$patch: delete | replace | merge`.
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";

    private StrategicMerge() {
    }

    /// @param target of which parts are kept; changed
    /// @param patch  left alone
    /// @return the merged object; `null` if the patch deletes it
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE
    static Value.@Nullable Fields merged(Value.Fields target, Value.Fields patch) {
        Value merged = value(target, patch.copy(), MergeKeys.NONE, List.of());
        return merged instanceof Value.Fields fields ? fields : null;
    }

    /// @param target `null` if there is nothing yet
    /// @param patch  `null` if it says nothing
    /// @param keys   of a list's items
    private static @Nullable Value value(@Nullable Value target, @Nullable Value patch, MergeKeys shape,
            List<String> keys) {
        if (patch == null) {
            return target;
        }
        Value kept = nothing(target) ? null : target;
        return switch (patch) {
            case Value.Leaf leaf when leaf.nothing() -> null;
            case Value.Leaf leaf -> {
                check(kept == null || kept instanceof Value.Leaf, "a single value");
                yield leaf.over(kept);
            }
            case Value.Fields fields -> {
                check(kept == null || kept instanceof Value.Fields, "a mapping");
                yield fields((Value.Fields) kept, fields, shape);
            }
            case Value.Items items -> {
                check(kept == null || kept instanceof Value.Items, "a list");
                yield keys.isEmpty()
                        ? Shadowing.over(items, kept)
                        : items(kept == null ? new Value.Items() : (Value.Items) kept, items, shape, keys);
            }
        };
    }

    private static boolean nothing(@Nullable Value value) {
        return value == null || value instanceof Value.Leaf leaf && leaf.nothing();
    }

    private static void check(boolean fits, String what) {
        if (!fits) {
            throw Refused.invalid("A patch has " + what + " where the object has something else.");
        }
    }

    private static @Nullable Value fields(Value.@Nullable Fields target, Value.Fields patch, MergeKeys shape) {
        String directive = patch.text(DIRECTIVE);
        patch.entries().remove(DIRECTIVE);
        if (directive.equals("delete")) {
            return null;
        }
        if (!directive.isEmpty() && !directive.equals("replace") && !directive.equals("merge")) {
            throw Refused.invalid("Unknown directive $patch: " + directive + ".");
        }
        MergeKeys known = shape == MergeKeys.NONE ? shape(target, patch) : shape;
        Value.Fields result = target == null || directive.equals("replace") ? new Value.Fields() : target;
        Set<String> names = new TreeSet<>(patch.entries().keySet());
        for (String key : names) {
            Value merged = value(result.get(key), patch.get(key), known.below(key), known.list(key));
            if (merged == null) {
                result.entries().remove(key);
            } else {
                result.entries().put(key, merged);
            }
        }
        return directive.equals("replace") ? Shadowing.over(result, target) : result;
    }

    private static MergeKeys shape(@Nullable Value target, Value patch) {
        if (target != null && !target.text("kind").isEmpty() && !target.text("apiVersion").isEmpty()) {
            return MergeKeys.of(target.text("apiVersion"), target.text("kind"));
        }
        return MergeKeys.of(patch.text("apiVersion"), patch.text("kind"));
    }

    private static @Nullable Value items(Value.Items target, Value.Items patch, MergeKeys shape, List<String> keys) {
        Optional<String> directive = patch.values().stream().filter(item -> item instanceof Value.Fields fields
                && fields.entries().size() == 1 && fields.get(DIRECTIVE) != null).map(item -> item.text(DIRECTIVE))
                .findFirst();
        if (directive.isPresent()) {
            patch.values().removeIf(item -> item instanceof Value.Fields fields && fields.get(DIRECTIVE) != null
                    && fields.entries().size() == 1);
            if (directive.get().equals("delete")) {
                return null;
            }
            if (directive.get().equals("replace")) {
                return Shadowing.over(patch, target);
            }
        }
        return keys.getFirst().isEmpty() ? union(target, patch) : keyed(target, patch, shape, keys);
    }

    private static Value union(Value.Items target, Value.Items patch) {
        Value.Items all = new Value.Items();
        Set<String> seen = new LinkedHashSet<>();
        for (Value.Items each : List.of(patch, target)) {
            each.values().stream().filter(value -> seen.add(value.text())).forEach(all.values()::add);
        }
        return all;
    }

    private static Value keyed(Value.Items target, Value.Items patch, MergeKeys shape, List<String> keys) {
        unique(target, keys);
        unique(patch, keys);
        Value.Items result = new Value.Items();
        List<Value> left = new ArrayList<>(target.values());
        for (Value item : patch.values()) {
            List<String> wanted = used(item, keys);
            Value old = left.stream().filter(each -> same(each, item, wanted)).findFirst().orElse(null);
            left.remove(old);
            // Kustomize puts the old item back over one that says $patch: replace, unless the list has two keys.
            boolean stays = old != null && keys.size() == 1 && item.text(DIRECTIVE).equals("replace");
            Value merged = stays ? old : value(old, item, shape, List.of());
            if (merged != null) {
                result.values().add(merged);
            }
        }
        result.values().addAll(left);
        return result;
    }

    private static void unique(Value.Items list, List<String> keys) {
        Set<List<String>> seen = new LinkedHashSet<>();
        if (!list.values().stream().allMatch(item -> seen.add(keys.stream().map(item::text).toList()))) {
            throw Refused.unsupported("DUP_ITEM", "A list that a patch merges has two items of the same "
                    + String.join(" and ", keys) + ".");
        }
    }

    /// Those keys that the item has; it must have one.
    private static List<String> used(Value item, List<String> keys) {
        List<String> used = keys.stream().filter(key -> !item.text(key).isEmpty()).toList();
        if (used.isEmpty()) {
            throw Refused.invalid("An item of a patch has no " + String.join(" or ", keys) + ".");
        }
        return used;
    }

    private static boolean same(Value one, Value other, List<String> keys) {
        return keys.stream().allMatch(key -> one.text(key).equals(other.text(key)));
    }
}
