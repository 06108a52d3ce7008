package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.tree.Value;

/// A path of `replacements`: `spec.template.spec.containers.[name=app].resources.*.cpu`, `metadata.annotations.[a.b/c]`,
/// `spec.rules.0.host`.
///
/// @param steps of which `*` stands for every entry
record FieldPath(List<String> steps) {
    static FieldPath parse(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean bracket = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            bracket = each == '[' || bracket && each != ']';
            if (each == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '.') {
                step.append(text.charAt(++i));
            } else if (each == '.' && !bracket) {
                steps.add(step.toString());
                step.setLength(0);
            } else {
                step.append(each);
            }
        }
        steps.add(step.toString());
        return new FieldPath(steps.stream().map(FieldPath::bare).filter(each -> !each.isEmpty()).toList());
    }

    /// `[a.b/c]` is the key `a.b/c`; `[name=app]` stays.
    private static String bare(String step) {
        return step.startsWith("[") && step.endsWith("]") && step.indexOf('=') < 0
                ? step.substring(1, step.length() - 1)
                : step;
    }

    /// The value there; `null` if there is none. Does not know `*`.
    @Nullable
    Value value(Value from) {
        List<Value> found = new ArrayList<>();
        change(from, false, value -> {
            found.add(value);
            return value;
        });
        return found.size() == 1 ? found.getFirst() : null;
    }

    /// Puts what `setter` makes of them in place of all values there.
    ///
    /// @param create whether missing keys are made, with an empty single value
    /// @return how many there were
    int change(Value from, boolean create, UnaryOperator<Value> setter) {
        return change(from, 0, create, setter);
    }

    private int change(Value from, int at, boolean create, UnaryOperator<Value> setter) {
        String step = steps.get(at);
        int[] count = {0};
        switch (from) {
            case Value.Fields fields when step.equals("*") -> List.copyOf(fields.entries().keySet()).forEach(
                    key -> count[0] += one(fields.entries().get(key), at, create, setter,
                            value -> fields.entries().put(key, value)));
            case Value.Fields fields -> {
                if (create && fields.get(step) == null) {
                    boolean last = at == steps.size() - 1;
                    fields.entries().put(step, last ? new Value.Leaf("", false, null, List.of()) : new Value.Fields());
                }
                count[0] += one(fields.get(step), at, create, setter, value -> fields.entries().put(step, value));
            }
            case Value.Items items -> {
                for (int i = 0; i < items.values().size(); i++) {
                    int position = i;
                    if (fits(items.values().get(i), step, i)) {
                        count[0] += one(items.values().get(i), at, create, setter,
                                value -> items.values().set(position, value));
                    }
                }
            }
            case Value.Leaf leaf -> {
            }
        }
        return count[0];
    }

    private int one(@Nullable Value value, int at, boolean create, UnaryOperator<Value> setter,
            Consumer<Value> put) {
        if (value == null) {
            return 0;
        }
        if (at == steps.size() - 1) {
            put.accept(setter.apply(value));
            return 1;
        }
        return change(value, at + 1, create, setter);
    }

    private static boolean fits(Value item, String step, int position) {
        int equals = step.indexOf('=');
        if (step.startsWith("[") && step.endsWith("]") && equals > 0) {
            String key = step.substring(1, equals);
            String wanted = step.substring(equals + 1, step.length() - 1);
            return (key.isEmpty() ? item.text() : item.text(key)).equals(wanted);
        }
        return step.equals("*") || step.equals(String.valueOf(position));
    }
}
