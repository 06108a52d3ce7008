package io.plimsoll.analysis.manifest.owner.kustomize;

import io.plimsoll.analysis.manifest.owner.tree.Sources;

/// Applies `replacements`.
record Replacements(Sources sources, Kustomization from, ResourceMap resources) {
    void apply() {
        if (!from.items("replacements").isEmpty()) {
            throw Refused.unsupported("REPLACEMENTS", from.folder() + " uses replacements.");
        }
    }
}
