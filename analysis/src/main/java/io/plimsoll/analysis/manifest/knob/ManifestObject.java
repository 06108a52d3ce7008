package io.plimsoll.analysis.manifest.knob;

/// One object of a document: what it is and where it starts.
///
/// @param kind empty if it has none, as a values file
record ManifestObject(String file, Cursor root, String kind, String namespace, String name) {
    static ManifestObject of(String file, Cursor root) {
        Cursor metadata = root.at("metadata");
        String name = metadata.at("name").text();
        return new ManifestObject(file, root, root.at("kind").text(), metadata.at("namespace").text(),
                name.isEmpty() ? metadata.at("generateName").text() : name);
    }

    Cursor spec() {
        return root.at("spec");
    }

    /// Whether the file's name makes it Kustomize's.
    boolean isNamedKustomization() {
        String name = fileName();
        return name.equalsIgnoreCase("kustomization") || name.equalsIgnoreCase("kustomization.yaml")
                || name.equalsIgnoreCase("kustomization.yml");
    }

    /// The file's name without its folders.
    String fileName() {
        return file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
