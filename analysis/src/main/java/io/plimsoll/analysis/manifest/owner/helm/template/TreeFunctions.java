package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;

/// Functions on mappings and lists.
final class TreeFunctions implements Functions {
    @Override
    public @Nullable Value call(String name, List<Value> arguments) {
        return switch (name) {
            case "list", "tuple" -> new Value.Items(new ArrayList<>(arguments));
            case "dict" -> dict(arguments);
            case "get" -> arguments.getFirst() instanceof Value.Table table
                    ? table.entries().getOrDefault(Pieces.text(arguments.get(1)), Value.text(""))
                    : unknownOr(arguments.getFirst(), Value.text(""));
            case "set" -> arguments.getFirst() instanceof Value.Table table
                    ? table.with(Pieces.text(arguments.get(1)), arguments.get(2))
                    : arguments.getFirst();
            case "unset" -> {
                if (arguments.getFirst() instanceof Value.Table table) {
                    table.entries().remove(Pieces.text(arguments.get(1)));
                }
                yield arguments.getFirst();
            }
            case "hasKey" -> arguments.getFirst() instanceof Value.Unknown unknown
                    ? unknown
                    : Value.of(arguments.getFirst() instanceof Value.Table table
                            && table.entries().containsKey(Pieces.text(arguments.get(1))));
            case "pick", "omit" -> selected(name.equals("pick"), arguments);
            case "merge", "mergeOverwrite", "mustMerge", "mustMergeOverwrite" -> merged(
                    name.endsWith("Overwrite"), arguments);
            case "deepCopy", "mustDeepCopy" -> ValueMerge.copy(arguments.getFirst());
            case "keys", "values" -> listed(name.equals("keys"), arguments.getFirst());
            case "dig" -> dug(arguments);
            case "index" -> indexed(arguments);
            case "len" -> unknownOr(arguments.getFirst(), Value.number(size(arguments.getFirst())));
            default -> lists(name, arguments);
        };
    }

    private static @Nullable Value lists(String name, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        Value given = name.equals("has") ? arguments.getLast() : arguments.getFirst();
        List<Value> items = given instanceof Value.Items list ? list.items() : List.of();
        return switch (name) {
            case "first" -> unknownOr(given, items.isEmpty() ? Value.NULL : items.getFirst());
            case "last" -> unknownOr(given, items.isEmpty() ? Value.NULL : items.getLast());
            case "rest" -> new Value.Items(new ArrayList<>(items.subList(Math.min(1, items.size()), items.size())));
            case "append", "prepend" -> {
                List<Value> longer = new ArrayList<>(items);
                longer.add(name.equals("append") ? longer.size() : 0, arguments.get(1));
                yield new Value.Items(longer);
            }
            case "concat" -> {
                List<Value> all = new ArrayList<>();
                arguments.forEach(each -> all.addAll(each instanceof Value.Items list ? list.items() : List.of()));
                yield new Value.Items(all);
            }
            case "has" -> unknownOr(given,
                    Value.of(items.stream().anyMatch(each -> Truth.equal(each, arguments.getFirst()))));
            case "without" -> new Value.Items(new ArrayList<>(items.stream().filter(each -> arguments.stream().skip(1)
                    .noneMatch(out -> Truth.equal(each, out))).toList()));
            case "uniq", "sortAlpha", "compact" -> given;
            case "fromYaml", "fromJson", "fromYamlArray" -> parsed(given);
            default -> null;
        };
    }

    /// A text made from YAML by `toYaml` is read again; its leaves lose their places.
    private static Value parsed(Value text) {
        if (Truth.unknown(text)) {
            return LogicFunctions.unknown(List.of(text));
        }
        return Reread.of(text);
    }

    private static Value unknownOr(Value given, Value otherwise) {
        return given instanceof Value.Unknown ? given : otherwise;
    }

    private static int size(Value value) {
        return switch (value) {
            case Value.Table table -> table.entries().size();
            case Value.Items list -> list.items().size();
            default -> Pieces.text(value).length();
        };
    }

    private static Value.Table dict(List<Value> arguments) {
        Value.Table table = new Value.Table();
        for (int i = 0; i < arguments.size(); i += 2) {
            table.with(Pieces.text(arguments.get(i)), i + 1 < arguments.size() ? arguments.get(i + 1) : Value.text(""));
        }
        return table;
    }

    private static Value selected(boolean pick, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Value.Table table)) {
            return arguments.getFirst();
        }
        List<String> names = arguments.stream().skip(1).map(Pieces::text).toList();
        Value.Table left = new Value.Table();
        table.entries().forEach((key, value) -> {
            if (names.contains(key) == pick) {
                left.with(key, value);
            }
        });
        return left;
    }

    /// Changes the first mapping, as Sprig does: templates rely on it.
    private static Value merged(boolean overwrite, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Value.Table target)) {
            return arguments.getFirst();
        }
        Value.Table all = target;
        for (Value next : arguments.subList(1, arguments.size())) {
            if (next instanceof Value.Unknown) {
                return next;
            }
            if (next instanceof Value.Table table) {
                all = overwrite ? ValueMerge.over(all, table) : ValueMerge.over(table, all);
            }
        }
        if (all != target) {
            target.entries().clear();
            target.entries().putAll(all.entries());
        }
        return target;
    }

    private static Value listed(boolean keys, Value value) {
        if (!(value instanceof Value.Table table)) {
            return unknownOr(value, new Value.Items(new ArrayList<>()));
        }
        return new Value.Items(new ArrayList<>(keys
                ? table.entries().keySet().stream().<Value>map(Value::text).toList()
                : table.entries().values()));
    }

    /// `dig "a" "b" default mapping`
    private static Value dug(List<Value> arguments) {
        List<String> keys = arguments.subList(0, arguments.size() - 2).stream().map(Pieces::text).toList();
        Value found = Value.at(arguments.getLast(), keys);
        return Objects.requireNonNullElse(found, arguments.get(arguments.size() - 2));
    }

    private static Value indexed(List<Value> arguments) {
        Value at = arguments.getFirst();
        for (Value step : arguments.subList(1, arguments.size())) {
            String key = Pieces.text(step);
            if (at instanceof Value.Table table) {
                at = table.entries().getOrDefault(key, Value.NULL);
            } else if (at instanceof Value.Items list && key.matches("[0-9]{1,6}")) {
                int position = Integer.parseInt(key);
                at = position < list.items().size() ? list.items().get(position) : Value.NULL;
            } else if (!(at instanceof Value.Unknown)) {
                return Value.NULL;
            }
        }
        return at;
    }
}
