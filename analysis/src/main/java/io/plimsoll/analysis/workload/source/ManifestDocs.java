package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ReadManifest;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.repository.BlobMemo;
import io.plimsoll.analysis.repository.TreeFile;
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

    private static final long MOST = 64L << 20;
    private static final BlobMemo<ManifestDocs> READ = new BlobMemo<>(MOST);

    /// @param files path to bytes
    public static ManifestDocs of(Map<String, byte[]> files, Cancellation cancellation) {
        List<ManifestDocs> each = new ArrayList<>();
        new TreeMap<>(files).forEach((file, content) -> {
            cancellation.check();
            if (isManifest(file)) {
                each.add(read(file, content));
            }
        });
        return together(each);
    }

    /// Of a commit, whose files were read; those that were parsed before, at whatever commit, are not parsed again.
    ///
    /// @param listed the commit's files
    /// @param files  path to bytes, of those that can be read
    public static ManifestDocs of(List<TreeFile> listed, Map<String, byte[]> files, Cancellation cancellation) {
        List<ManifestDocs> each = new ArrayList<>();
        listed.stream().filter(file -> isManifest(file.path())).sorted(Comparator.comparing(TreeFile::path))
                .forEach(file -> {
                    cancellation.check();
                    byte[] content = files.get(file.path());
                    if (content != null) {
                        each.add(READ.get(file).orElseGet(() -> {
                            ManifestDocs read = read(file.path(), content);
                            READ.put(file, read, content.length);
                            return read;
                        }));
                    }
                });
        return together(each);
    }

    private static ManifestDocs together(List<ManifestDocs> each) {
        return new ManifestDocs(each.stream().flatMap(one -> one.docs.stream()).toList(),
                each.stream().flatMap(one -> one.problems.stream()).toList());
    }

    private static ManifestDocs read(String file, byte[] content) {
        try {
            return new ManifestDocs(docs(file, content), List.of());
        } catch (StepFailure e) {
            return new ManifestDocs(List.of(), List.of(e.message()));
        }
    }

    private static List<ManifestDoc> docs(String file, byte[] content) {
        ReadManifest read = Knobs.read(file, content);
        ManifestText text = read.tree().text();
        List<ManifestDoc> docs = new ArrayList<>();
        // A chart's template can be YAML by accident: `{{ .Values.name }}` reads as a mapping.
        boolean template = !read.masked() && file.contains("templates/") && Templates.marked(text.text());
        List<YamlDocument> parsed = template ? YamlTree.parseMasked(text).documents() : read.tree().documents();
        for (int i = 0; i < parsed.size(); i++) {
            int index = i;
            docs.add(new ManifestDoc(file, i, text.text(), parsed.get(i).root(),
                    read.knobs().stream().filter(knob -> knob.document() == index).toList()));
        }
        return docs;
    }
}
