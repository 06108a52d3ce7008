package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.JsonText;
import io.plimsoll.analysis.manifest.owner.tree.Shadowing;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// JSON Patch (RFC 6902) on values: `add`, `replace`, `remove`, `test`, `copy`, `move`.
final class JsonPatch {
    private JsonPatch() {
    }

    /// @param object     changed
    /// @param operations a list of operations; left alone
    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE if one does not apply
    static void apply(Value.Fields object, List<Value> operations) {
        operations.forEach(operation -> apply(object, operation));
    }

    private static void apply(Value.Fields object, Value operation) {
        List<String> steps = steps(operation.text("path"));
        switch (operation.text("op")) {
            case "add" -> add(object, steps, given(operation));
            case "replace" -> replace(object, steps, Shadowing.over(given(operation), found(object, steps)));
            case "remove" -> remove(object, steps);
            case "test" -> test(object, steps, operation);
            case "copy" -> add(object, steps, Growth.copied(found(object, steps(operation.text("from")))));
            case "move" -> add(object, steps, remove(object, steps(operation.text("from"))));
            default -> throw Refused.invalid("Unknown operation " + operation.text("op") + " in a JSON patch.");
        }
    }

    private static Value given(Value operation) {
        Value value = operation.at("value");
        return value == null ? new Value.Leaf("null", true, null, List.of()) : value.copy();
    }

    private static List<String> steps(String pointer) {
        if (!pointer.startsWith("/")) {
            throw Refused.invalid("Not a JSON pointer below an object: " + pointer + ".");
        }
        List<String> steps = new ArrayList<>();
        for (String part : pointer.substring(1).split("/", -1)) {
            steps.add(part.replace("~1", "/").replace("~0", "~"));
        }
        Growth.check(steps.size());
        return steps;
    }

    private static void test(Value.Fields object, List<String> steps, Value operation) {
        Value wanted = operation.at("value");
        Value parent = parent(object, steps);
        Value present = child(parent, steps.getLast());
        boolean nothing = wanted == null || wanted instanceof Value.Leaf leaf && leaf.nothing();
        boolean holds = present == null
                ? nothing
                : wanted != null && sorted(wanted).equals(sorted(present));
        if (!holds) {
            throw Refused.invalid("The test of /" + String.join("/", steps) + " in a JSON patch fails.");
        }
    }

    private static String sorted(Value value) {
        if (value instanceof Value.Fields fields) {
            Value.Fields ordered = new Value.Fields();
            new TreeMap<>(fields.entries())
                    .forEach((key, each) -> ordered.entries().put(key, Value.Leaf.made(sorted(each))));
            return JsonText.of(ordered);
        }
        return value instanceof Value.Items items
                ? items.values().stream().map(JsonPatch::sorted).toList().toString()
                : JsonText.of(value);
    }

    private static Value found(Value object, List<String> steps) {
        Value value = child(parent(object, steps), steps.getLast());
        if (value == null) {
            throw missing(steps);
        }
        return value;
    }

    private static void add(Value object, List<String> steps, Value value) {
        String last = steps.getLast();
        switch (parent(object, steps)) {
            case Value.Fields fields -> fields.entries().put(last, Shadowing.over(value, fields.get(last)));
            case Value.Items items when last.equals("-") -> items.values().add(value);
            case Value.Items items -> items.values().add(position(last, items.values().size() + 1, steps), value);
            case Value.Leaf leaf -> throw missing(steps);
        }
    }

    private static void replace(Value object, List<String> steps, Value value) {
        String last = steps.getLast();
        switch (parent(object, steps)) {
            case Value.Fields fields -> fields.entries().put(last, value);
            case Value.Items items -> items.values().set(position(last, items.values().size(), steps), value);
            case Value.Leaf leaf -> throw missing(steps);
        }
    }

    private static Value remove(Value object, List<String> steps) {
        String last = steps.getLast();
        Value removed = switch (parent(object, steps)) {
            case Value.Fields fields -> fields.entries().remove(last);
            case Value.Items items -> items.values().remove(position(last, items.values().size(), steps));
            case Value.Leaf leaf -> null;
        };
        if (removed == null) {
            throw missing(steps);
        }
        return removed;
    }

    private static Value parent(Value object, List<String> steps) {
        Value value = object;
        for (String step : steps.subList(0, steps.size() - 1)) {
            value = child(value, step);
            if (value == null) {
                throw missing(steps);
            }
        }
        return value;
    }

    private static @Nullable Value child(Value parent, String step) {
        return switch (parent) {
            case Value.Fields fields -> fields.get(step);
            case Value.Items items -> {
                int size = items.values().size();
                boolean inside = step.matches("-?[0-9]{1,6}") && Integer.parseInt(step) < size
                        && Integer.parseInt(step) >= -size;
                yield inside ? items.values().get(Math.floorMod(Integer.parseInt(step), size)) : null;
            }
            case Value.Leaf leaf -> null;
        };
    }

    /// @param size one more than the last position allowed
    private static int position(String step, int size, List<String> steps) {
        int position = step.matches("-?[0-9]{1,6}") ? Integer.parseInt(step) : size;
        if (position >= size || position < -size) {
            throw missing(steps);
        }
        return position < 0 ? position + size : position;
    }

    private static StepFailure missing(List<String> steps) {
        return Refused.invalid("A JSON patch is for /" + String.join("/", steps) + ", which is not there.");
    }
}
