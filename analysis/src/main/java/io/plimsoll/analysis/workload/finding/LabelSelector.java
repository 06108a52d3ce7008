package io.plimsoll.analysis.workload.finding;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.workload.source.Nodes;

/// Kubernetes' `LabelSelector`: `matchLabels` and `matchExpressions`, all of which must hold.
final class LabelSelector {
    private LabelSelector() {
    }

    /// An empty selector selects everything, a missing one nothing.
    static boolean selects(@Nullable YamlNode selector, Map<String, String> labels) {
        return selector instanceof YamlNode.Mapping && agrees(Nodes.at(selector, "matchLabels"), labels)
                && Nodes.items(selector, "matchExpressions").stream().allMatch(each -> holds(each, labels));
    }

    /// Whether the labels have all that a mapping names: the older selector of a Service.
    static boolean agrees(@Nullable YamlNode wanted, Map<String, String> labels) {
        return Pods.texts(wanted).entrySet().stream()
                .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }

    private static boolean holds(YamlNode expression, Map<String, String> labels) {
        String value = labels.get(Nodes.text(expression, "key"));
        List<String> values = Nodes.texts(expression, "values");
        return switch (Nodes.text(expression, "operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
