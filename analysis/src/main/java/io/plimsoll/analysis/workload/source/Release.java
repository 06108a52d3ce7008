package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// A chart's installation by an Argo CD Application or a Flux HelmRelease.
///
/// @param doc        the document that installs it
/// @param name       of the release
/// @param namespace  where it goes, or empty
/// @param chart      folder of the chart, empty if it is not in the clone by path
/// @param valueFiles paths from the top of the clone
/// @param values     inline values by dotted path, later sources over earlier ones
record Release(ManifestDoc doc, String name, String namespace, String chart, List<String> valueFiles,
        Map<String, String> values) {
    /// All releases that a document makes: one a Helm source of an Application.
    static List<Release> of(ManifestDoc doc) {
        if (doc.kind().equals("HelmRelease")) {
            String named = Nodes.text(doc.root(), "spec", "releaseName");
            String target = Nodes.text(doc.root(), "spec", "targetNamespace");
            Map<String, String> values = new HashMap<>();
            flatten("", Nodes.at(doc.root(), "spec", "values"), values);
            return List.of(new Release(doc, named.isEmpty() ? doc.name() : named,
                    target.isEmpty() ? doc.namespace() : target, Kustomizations.resolve("",
                            Nodes.text(doc.root(), "spec", "chart", "spec", "chart")),
                    List.of(), values));
        }
        if (!doc.kind().equals("Application")) {
            return List.of();
        }
        List<YamlNode> sources = new ArrayList<>(Nodes.items(doc.root(), "spec", "sources"));
        YamlNode single = Nodes.at(doc.root(), "spec", "source");
        if (single != null) {
            sources.add(single);
        }
        return sources.stream().map(source -> of(doc, source)).toList();
    }

    private static Release of(ManifestDoc doc, YamlNode source) {
        YamlNode helm = Nodes.at(source, "helm");
        Map<String, String> values = new HashMap<>();
        flatten("", parsed(doc.file(), Nodes.text(helm, "values")), values);
        flatten("", Nodes.at(helm, "valuesObject"), values);
        Nodes.items(helm, "parameters")
                .forEach(parameter -> values.put(Nodes.text(parameter, "name"), Nodes.text(parameter, "value")));
        String release = Nodes.text(helm, "releaseName");
        String chart = Kustomizations.resolve("", Nodes.text(source, "path"));
        List<String> files = Nodes.texts(helm, "valueFiles").stream().map(file -> file.startsWith("$")
                ? file.substring(Math.max(0, file.indexOf('/')) + 1)
                : Kustomizations.resolve(chart, file)).toList();
        return new Release(doc, release.isEmpty() ? doc.name() : release,
                Nodes.text(doc.root(), "spec", "destination", "namespace"), chart, files, values);
    }

    /// Whether it says anything that only a chart understands.
    boolean isHelm() {
        return doc.kind().equals("HelmRelease") || !values.isEmpty() || !valueFiles.isEmpty();
    }

    private static @Nullable YamlNode parsed(String file, String values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            return YamlTree.parse(new ManifestText(file, values)).documents().getFirst().root();
        } catch (StepFailure e) {
            return null;
        }
    }

    static void flatten(String prefix, @Nullable YamlNode node, Map<String, String> into) {
        if (node instanceof YamlNode.Scalar scalar) {
            into.put(prefix, scalar.nothing() ? "" : scalar.value());
        }
        Nodes.entries(node).forEach(entry -> {
            String key = Nodes.text(entry.key());
            flatten(prefix.isEmpty() ? key : prefix + "." + key, entry.value(), into);
        });
    }
}
