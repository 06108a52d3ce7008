package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A guard as a clone sets it, for a list of them.
///
/// @param state     `off`, `warn` or `block` as the file says for everywhere; `preset` where the rule decides by itself
/// @param settings  what it decides on everywhere, as `caps.downPercent=50`
/// @param overrides what differs for some files or namespaces, as `overlays/prod/**: caps.downPercent=20, block`
public record GuardState(GuardInfo guard, String state, List<String> settings, List<String> overrides) {
    /// All guards in the order in which they are shown.
    public static List<GuardState> of(GuardSettings settings) {
        return Changes.rules().stream().map(guard -> of(guard, settings)).toList();
    }

    private static GuardState of(GuardInfo guard, GuardSettings settings) {
        GuardSettings general = settings.everywhere();
        List<String> values = new ArrayList<>();
        for (GuardNumber number : GuardNumber.values()) {
            if (number.rule().equals(guard.rule())) {
                values.add(text(number, general.number(number)));
            }
        }
        if (guard.rule().equals("quorum")) {
            values.add("quorumKinds=" + String.join(" ", settings.quorumKinds().stream().sorted().toList()));
        }
        if (guard.rule().equals("protected-path")) {
            settings.protections().forEach(each -> values.add(("protected=" + String.join(" ", each.paths()) + " "
                    + each.kind() + " " + each.field()).strip()));
        }
        List<String> overrides = settings.layers().stream().filter(layer -> !layer.general())
                .map(layer -> override(guard.rule(), layer)).filter(text -> !text.isEmpty()).toList();
        return new GuardState(guard, general.state(guard.rule()).map(RuleState::word).orElse("preset"),
                List.copyOf(values), overrides);
    }

    private static String override(String rule, GuardSettings.Layer layer) {
        List<String> said = new ArrayList<>();
        for (Map.Entry<GuardNumber, Integer> number : new TreeMap<>(layer.numbers()).entrySet()) {
            if (number.getKey().rule().equals(rule)) {
                said.add(text(number.getKey(), number.getValue()));
            }
        }
        RuleState state = layer.rules().get(rule);
        if (state != null) {
            said.add(state.word());
        }
        List<String> where = new ArrayList<>(layer.paths());
        layer.namespaces().forEach(namespace -> where.add("namespace " + namespace));
        return said.isEmpty() ? "" : String.join(" ", where) + ": " + String.join(", ", said);
    }

    private static String text(GuardNumber number, int value) {
        return number.group() + "." + number.key() + "=" + value;
    }
}
