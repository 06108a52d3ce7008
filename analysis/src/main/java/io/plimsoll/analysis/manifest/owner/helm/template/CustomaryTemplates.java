package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;

/// Named templates whose chart is not in the clone, by what nearly every chart means with the name: `fullname` and `name` as
/// `helm create` writes them, and the common library's `tplvalues.render`.
final class CustomaryTemplates {
    private static final int LONGEST = 63;

    private CustomaryTemplates() {
    }

    static Value of(String name, Value dot, Value root) {
        Value context = dot instanceof Value.Table table && table.get("Release") != null ? dot : root;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return switch (last) {
            case "fullname" -> Value.text(shortened(fullname(context)));
            case "name" -> Value.text(shortened(name(context)));
            case "namespace" -> Value.text(text(context, "Release", "Namespace"));
            case "render" -> rendered(dot, name);
            case "apiVersion" -> Value.text("unverified/v1");
            default -> new Value.Unknown("template " + name + " is not in the clone");
        };
    }

    private static Value rendered(Value dot, String name) {
        Value value = dot instanceof Value.Table table ? table.get("value") : null;
        if (value == null) {
            return new Value.Unknown("template " + name + " is not in the clone");
        }
        return value instanceof Value.Scalar ? value : Functions.of("toYaml", List.of(value));
    }

    private static String fullname(Value context) {
        String override = text(context, "Values", "fullnameOverride");
        if (!override.isEmpty()) {
            return override;
        }
        String release = text(context, "Release", "Name");
        String name = name(context);
        return release.contains(name) ? release : release + "-" + name;
    }

    private static String name(Value context) {
        String override = text(context, "Values", "nameOverride");
        return override.isEmpty() ? text(context, "Chart", "Name") : override;
    }

    private static String text(Value context, String... keys) {
        Value value = Value.at(context, List.of(keys));
        return value == null ? "" : Pieces.text(value);
    }

    private static String shortened(String name) {
        String cut = name.substring(0, Math.min(LONGEST, name.length()));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
