package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;

/// Named templates whose chart is not in the clone, by what nearly every chart means with the name: `fullname` and `name` as
/// `helm create` writes them, and the common library's `tplvalues.render`.
final class CustomaryTemplates {
    private static final int LONGEST = 63;

    private CustomaryTemplates() {
    }

    static HelmValue of(String name, HelmValue dot, HelmValue root) {
        HelmValue context = dot instanceof HelmValue.Table table && table.get("Release") != null ? dot : root;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return switch (last) {
            case "fullname" -> HelmValue.text(shortened(fullname(context)));
            case "name" -> HelmValue.text(shortened(name(context)));
            case "namespace" -> HelmValue.text(text(context, "Release", "Namespace"));
            case "render" -> rendered(dot, name);
            case "apiVersion" -> HelmValue.text("unverified/v1");
            default -> new HelmValue.Unknown("template " + name + " is not in the clone");
        };
    }

    private static HelmValue rendered(HelmValue dot, String name) {
        HelmValue value = dot instanceof HelmValue.Table table ? table.get("value") : null;
        if (value == null) {
            return new HelmValue.Unknown("template " + name + " is not in the clone");
        }
        return value instanceof HelmValue.Scalar ? value : Functions.of("toYaml", List.of(value));
    }

    private static String fullname(HelmValue context) {
        String override = text(context, "Values", "fullnameOverride");
        if (!override.isEmpty()) {
            return override;
        }
        String release = text(context, "Release", "Name");
        String name = name(context);
        return release.contains(name) ? release : release + "-" + name;
    }

    private static String name(HelmValue context) {
        String override = text(context, "Values", "nameOverride");
        return override.isEmpty() ? text(context, "Chart", "Name") : override;
    }

    private static String text(HelmValue context, String... keys) {
        HelmValue value = HelmValue.at(context, List.of(keys));
        return value == null ? "" : Pieces.text(value);
    }

    private static String shortened(String name) {
        String cut = name.substring(0, Math.min(LONGEST, name.length()));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
