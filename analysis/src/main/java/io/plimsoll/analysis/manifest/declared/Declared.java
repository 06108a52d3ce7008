package io.plimsoll.analysis.manifest.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// An object as one document of a file declares it.
///
/// @param document  counted from 0
/// @param namespace as written; empty if it is not
public record Declared(String file, int document, String kind, String namespace, String name, Tree body) {
    /// Whether two objects are in one namespace. Kustomize and Helm may add a namespace later, so that unwritten ones are a guess.
    public enum Reach {
        /// Both write the same namespace, or stand in one file.
        SURE,
        /// One writes none.
        LIKELY,
        NONE
    }

    /// Those with a kind. A file that can't be read as YAML, as a chart's template, has none that could be known.
    public static List<Declared> read(String file, byte[] content) {
        List<Declared> found = new ArrayList<>();
        try {
            List<YamlDocument> documents = YamlTree.parse(ManifestText.decode(file, content)).documents();
            for (int i = 0; i < documents.size(); i++) {
                Tree root = new Tree(documents.get(i), documents.get(i).root());
                String kind = root.at("kind").text();
                if (!kind.isEmpty()) {
                    found.add(new Declared(file, i, kind, root.at("metadata", "namespace").text(),
                            root.at("metadata", "name").text(), root));
                }
            }
        } catch (StepFailure unreadable) {
            return List.of();
        }
        return found;
    }

    /// A document of a file, whether it has a kind or not; empty if the file can't be read as YAML.
    public static Optional<Tree> root(String file, byte[] content, int document) {
        try {
            List<YamlDocument> documents = YamlTree.parse(ManifestText.decode(file, content)).documents();
            return document < documents.size()
                    ? Optional.of(new Tree(documents.get(document), documents.get(document).root()))
                    : Optional.empty();
        } catch (StepFailure unreadable) {
            return Optional.empty();
        }
    }

    public Tree spec() {
        return body.at("spec");
    }

    /// How sure it is that this object is in the namespace of a knob's.
    public Reach reaches(Knob knob) {
        return reaches(knob.file(), knob.namespace());
    }

    public Reach reaches(String otherFile, String otherNamespace) {
        boolean unwritten = namespace.isEmpty() || otherNamespace.isEmpty();
        if (!unwritten) {
            return namespace.equals(otherNamespace) ? Reach.SURE : Reach.NONE;
        }
        if (file.equals(otherFile)) {
            return Reach.SURE;
        }
        return Reach.LIKELY;
    }

    /// Whether it stands beside a file, which makes a guess a good one.
    public boolean isBeside(String otherFile) {
        return folder(file).equals(folder(otherFile));
    }

    /// As messages name it.
    public String title() {
        return kind + (name.isEmpty() ? "" : " " + name) + " in " + file;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
