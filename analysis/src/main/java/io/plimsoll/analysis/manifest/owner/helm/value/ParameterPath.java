package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;

/// The name of a parameter as `helm --set` reads it: `a.b`, `a\.b` for a key with a dot, `a[0].b` for a list item.
///
/// @param steps keys, and positions as `[0]`
public record ParameterPath(List<Step> steps) {
    private static final int LONGEST_LIST = 65_536;

    /// One step down.
    ///
    /// @param key      empty for a position
    /// @param position in a list; -1 for a key
    public record Step(String key, int position) {}

    public static ParameterPath parse(String name) {
        List<Step> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                key.append(name.charAt(++i));
            } else if (c == '.' || c == '[') {
                flush(key, steps);
                int end = c == '[' ? name.indexOf(']', i) : -1;
                if (end > 0 && name.substring(i + 1, end).matches("[0-9]{1,5}")) {
                    steps.add(new Step("", Integer.parseInt(name.substring(i + 1, end))));
                    i = end;
                }
            } else {
                key.append(c);
            }
        }
        flush(key, steps);
        return new ParameterPath(List.copyOf(steps));
    }

    private static void flush(StringBuilder key, List<Step> steps) {
        if (!key.isEmpty()) {
            steps.add(new Step(key.toString(), -1));
            key.setLength(0);
        }
    }

    /// The tree as it is, with the value at this path. Items that the list lacks before it are null.
    public HelmValue.Table set(HelmValue.Table values, HelmValue.Scalar value) {
        HelmValue set = set(values, value, 0);
        return set instanceof HelmValue.Table table ? table : values;
    }

    private HelmValue set(HelmValue at, HelmValue.Scalar value, int depth) {
        if (depth == steps.size()) {
            return ValueMerge.over(new HelmValue.Table().with("", at), new HelmValue.Table().with("", value)).entries()
                    .getOrDefault("", value);
        }
        Step step = steps.get(depth);
        if (step.position() < 0) {
            HelmValue.Table table = at instanceof HelmValue.Table old ? ValueMerge.copy(old) : new HelmValue.Table();
            HelmValue below = table.entries().getOrDefault(step.key(), HelmValue.NULL);
            return table.with(step.key(), set(below, value, depth + 1));
        }
        List<HelmValue> items = new ArrayList<>(at instanceof HelmValue.Items list ? list.items() : List.of());
        while (items.size() <= step.position() && items.size() < LONGEST_LIST) {
            items.add(HelmValue.NULL);
        }
        items.set(step.position(), set(items.get(step.position()), value, depth + 1));
        return new HelmValue.Items(items);
    }
}
