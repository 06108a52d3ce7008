package io.plimsoll.analysis.workload.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Which kustomization brings which file to which namespace.
///
/// Only what names and namespaces need: which files are reached, and the outermost `namespace`, which kustomize applies last.
/// Generators, replacements and remote bases are not followed.
final class Kustomizations {
    private static final List<String> REFERENCES = List.of("resources", "bases", "components", "crds");
    private final Map<String, ManifestDoc> byFolder = new HashMap<>();
    private final Set<String> referenced = new HashSet<>();

    Kustomizations(List<ManifestDoc> docs) {
        docs.stream().filter(ManifestDoc::isKustomization).forEach(doc -> byFolder.put(doc.folder(), doc));
        byFolder.values()
                .forEach(doc -> references(doc).stream().filter(byFolder::containsKey).forEach(referenced::add));
    }

    /// Folders of kustomizations that no other one uses.
    List<String> roots() {
        return byFolder.keySet().stream().filter(folder -> !referenced.contains(folder)).sorted().toList();
    }

    boolean isIn(String folder) {
        return byFolder.containsKey(folder);
    }

    /// What a root brings: file to the namespace it forces on it, empty for the file's own. In the order in which kustomize
    /// applies them: what is used before what uses it, resources before patches.
    Map<String, String> reach(String root) {
        Map<String, String> files = new LinkedHashMap<>();
        walk(root, "", files, new HashSet<>());
        return files;
    }

    private void walk(String folder, String outer, Map<String, String> files, Set<String> seen) {
        ManifestDoc doc = byFolder.get(folder);
        if (doc == null || !seen.add(folder)) {
            return;
        }
        String namespace = outer.isEmpty() ? Nodes.text(doc.root(), "namespace") : outer;
        for (String reference : references(doc)) {
            if (byFolder.containsKey(reference)) {
                walk(reference, namespace, files, seen);
            } else {
                files.putIfAbsent(reference, namespace);
            }
        }
        files.put(doc.file(), namespace);
    }

    private static List<String> references(ManifestDoc doc) {
        List<String> paths = new ArrayList<>();
        REFERENCES.forEach(key -> paths.addAll(Nodes.texts(doc.root(), key)));
        paths.addAll(Nodes.texts(doc.root(), "patchesStrategicMerge"));
        for (YamlNode patch : Nodes.items(doc.root(), "patches")) {
            paths.add(Nodes.text(patch, "path"));
        }
        return paths.stream().filter(path -> !path.isEmpty() && !path.contains("\n") && !path.contains("://"))
                .map(path -> resolve(doc.folder(), path)).toList();
    }

    /// A path as seen from a folder; with `..` resolved, with `/`.
    static String resolve(String folder, String path) {
        try {
            return Path.of(folder).resolve(path).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
