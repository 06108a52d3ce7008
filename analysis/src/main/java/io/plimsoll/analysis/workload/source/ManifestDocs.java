package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Every YAML document of a tree of files.
///
/// @param docs     by file and position
/// @param problems why files can't be read, each starting with its path
public record ManifestDocs(List<ManifestDoc> docs, List<String> problems) {
    /// Whether a path may hold a manifest.
    public static boolean isManifest(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith("/Kustomization")
                || path.equals("Kustomization");
    }

    public static ManifestDocs of(Map<String, byte[]> files, Cancellation cancellation) {
        List<ManifestDoc> docs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((file, content) -> {
            cancellation.check();
            if (isManifest(file)) {
                try {
                    docs.addAll(read(file, content));
                } catch (StepFailure e) {
                    problems.add(e.message());
                }
            }
        });
        return new ManifestDocs(docs, problems);
    }

    private static List<ManifestDoc> read(String file, byte[] content) {
        ManifestText text = ManifestText.decode(file, content);
        List<Knob> knobs = Knobs.find(file, content);
        List<ManifestDoc> docs = new ArrayList<>();
        List<YamlDocument> parsed = parse(text).documents();
        for (int i = 0; i < parsed.size(); i++) {
            int index = i;
            docs.add(new ManifestDoc(file, i, text.text(), parsed.get(i).root(),
                    knobs.stream().filter(knob -> knob.document() == index).toList()));
        }
        return docs;
    }

    /// A chart's template can be YAML by accident: `{{ .Values.name }}` reads as a mapping.
    private static YamlTree parse(ManifestText text) {
        if (text.file().contains("templates/") && Templates.marked(text.text())) {
            return YamlTree.parseMasked(text);
        }
        try {
            return YamlTree.parse(text);
        } catch (StepFailure e) {
            return YamlTree.parseMasked(text);
        }
    }
}
