package io.plimsoll.analysis.manifest.declared;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.yaml.Tree;

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
        List<Tree> documents = Tree.documents(file, content);
        for (int i = 0; i < documents.size(); i++) {
            Tree root = documents.get(i);
            String kind = root.at("kind").text();
            if (!kind.isEmpty()) {
                found.add(new Declared(file, i, kind, root.at("metadata", "namespace").text(),
                        root.at("metadata", "name").text(), root));
            }
        }
        return found;
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
