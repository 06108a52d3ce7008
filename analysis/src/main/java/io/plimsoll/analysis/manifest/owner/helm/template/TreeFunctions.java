package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;

/// Functions on mappings and lists.
final class TreeFunctions implements Functions {
    @Override
    public @Nullable HelmValue call(String name, List<HelmValue> arguments) {
        return switch (name) {
            case "list", "tuple" -> new HelmValue.Items(new ArrayList<>(arguments));
            case "dict" -> dict(arguments);
            case "get" -> arguments.getFirst() instanceof HelmValue.Table table
                    ? table.entries().getOrDefault(Pieces.text(arguments.get(1)), HelmValue.text(""))
                    : unknownOr(arguments.getFirst(), HelmValue.text(""));
            case "set" -> arguments.getFirst() instanceof HelmValue.Table table
                    ? table.with(Pieces.text(arguments.get(1)), arguments.get(2))
                    : arguments.getFirst();
            case "unset" -> {
                if (arguments.getFirst() instanceof HelmValue.Table table) {
                    table.entries().remove(Pieces.text(arguments.get(1)));
                }
                yield arguments.getFirst();
            }
            case "hasKey" -> arguments.getFirst() instanceof HelmValue.Unknown unknown
                    ? unknown
                    : HelmValue.of(arguments.getFirst() instanceof HelmValue.Table table
                            && table.entries().containsKey(Pieces.text(arguments.get(1))));
            case "pick", "omit" -> selected(name.equals("pick"), arguments);
            case "merge", "mergeOverwrite", "mustMerge", "mustMergeOverwrite" -> merged(
                    name.endsWith("Overwrite"), arguments);
            case "deepCopy", "mustDeepCopy" -> ValueMerge.copy(arguments.getFirst());
            case "keys", "values" -> listed(name.equals("keys"), arguments.getFirst());
            case "dig" -> dug(arguments);
            case "index" -> indexed(arguments);
            case "len" -> unknownOr(arguments.getFirst(), HelmValue.number(size(arguments.getFirst())));
            default -> lists(name, arguments);
        };
    }

    private static @Nullable HelmValue lists(String name, List<HelmValue> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        HelmValue given = name.equals("has") ? arguments.getLast() : arguments.getFirst();
        List<HelmValue> items = given instanceof HelmValue.Items list ? list.items() : List.of();
        return switch (name) {
            case "first" -> unknownOr(given, items.isEmpty() ? HelmValue.NULL : items.getFirst());
            case "last" -> unknownOr(given, items.isEmpty() ? HelmValue.NULL : items.getLast());
            case "rest" -> new HelmValue.Items(new ArrayList<>(items.subList(Math.min(1, items.size()), items.size())));
            case "append", "prepend" -> {
                List<HelmValue> longer = new ArrayList<>(items);
                longer.add(name.equals("append") ? longer.size() : 0, arguments.get(1));
                yield new HelmValue.Items(longer);
            }
            case "concat" -> {
                List<HelmValue> all = new ArrayList<>();
                arguments.forEach(each -> all.addAll(each instanceof HelmValue.Items list ? list.items() : List.of()));
                yield new HelmValue.Items(all);
            }
            case "has" -> unknownOr(given,
                    HelmValue.of(items.stream().anyMatch(each -> Truth.equal(each, arguments.getFirst()))));
            case "without" ->
                new HelmValue.Items(new ArrayList<>(items.stream().filter(each -> arguments.stream().skip(1)
                        .noneMatch(out -> Truth.equal(each, out))).toList()));
            case "uniq", "sortAlpha", "compact" -> given;
            case "fromYaml", "fromJson", "fromYamlArray" -> parsed(given);
            default -> null;
        };
    }

    /// A text made from YAML by `toYaml` is read again; its leaves lose their places.
    private static HelmValue parsed(HelmValue text) {
        if (Truth.unknown(text)) {
            return LogicFunctions.unknown(List.of(text));
        }
        return Reread.of(text);
    }

    private static HelmValue unknownOr(HelmValue given, HelmValue otherwise) {
        return given instanceof HelmValue.Unknown ? given : otherwise;
    }

    private static int size(HelmValue value) {
        return switch (value) {
            case HelmValue.Table table -> table.entries().size();
            case HelmValue.Items list -> list.items().size();
            default -> Pieces.text(value).length();
        };
    }

    private static HelmValue.Table dict(List<HelmValue> arguments) {
        HelmValue.Table table = new HelmValue.Table();
        for (int i = 0; i < arguments.size(); i += 2) {
            table.with(Pieces.text(arguments.get(i)),
                    i + 1 < arguments.size() ? arguments.get(i + 1) : HelmValue.text(""));
        }
        return table;
    }

    private static HelmValue selected(boolean pick, List<HelmValue> arguments) {
        if (!(arguments.getFirst() instanceof HelmValue.Table table)) {
            return arguments.getFirst();
        }
        List<String> names = arguments.stream().skip(1).map(Pieces::text).toList();
        HelmValue.Table left = new HelmValue.Table();
        table.entries().forEach((key, value) -> {
            if (names.contains(key) == pick) {
                left.with(key, value);
            }
        });
        return left;
    }

    /// Changes the first mapping, as Sprig does: templates rely on it.
    private static HelmValue merged(boolean overwrite, List<HelmValue> arguments) {
        if (!(arguments.getFirst() instanceof HelmValue.Table target)) {
            return arguments.getFirst();
        }
        HelmValue.Table all = target;
        for (HelmValue next : arguments.subList(1, arguments.size())) {
            if (next instanceof HelmValue.Unknown) {
                return next;
            }
            if (next instanceof HelmValue.Table table) {
                all = overwrite ? ValueMerge.over(all, table) : ValueMerge.over(table, all);
            }
        }
        if (all != target) {
            target.entries().clear();
            target.entries().putAll(all.entries());
        }
        return target;
    }

    private static HelmValue listed(boolean keys, HelmValue value) {
        if (!(value instanceof HelmValue.Table table)) {
            return unknownOr(value, new HelmValue.Items(new ArrayList<>()));
        }
        return new HelmValue.Items(new ArrayList<>(keys
                ? table.entries().keySet().stream().<HelmValue>map(HelmValue::text).toList()
                : table.entries().values()));
    }

    /// `dig "a" "b" default mapping`
    private static HelmValue dug(List<HelmValue> arguments) {
        List<String> keys = arguments.subList(0, arguments.size() - 2).stream().map(Pieces::text).toList();
        HelmValue found = HelmValue.at(arguments.getLast(), keys);
        return Objects.requireNonNullElse(found, arguments.get(arguments.size() - 2));
    }

    private static HelmValue indexed(List<HelmValue> arguments) {
        HelmValue at = arguments.getFirst();
        for (HelmValue step : arguments.subList(1, arguments.size())) {
            String key = Pieces.text(step);
            if (at instanceof HelmValue.Table table) {
                at = table.entries().getOrDefault(key, HelmValue.NULL);
            } else if (at instanceof HelmValue.Items list && key.matches("[0-9]{1,6}")) {
                int position = Integer.parseInt(key);
                at = position < list.items().size() ? list.items().get(position) : HelmValue.NULL;
            } else if (!(at instanceof HelmValue.Unknown)) {
                return HelmValue.NULL;
            }
        }
        return at;
    }
}
