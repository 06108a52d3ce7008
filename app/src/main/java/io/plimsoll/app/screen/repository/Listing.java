package io.plimsoll.app.screen.repository;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.RepositoryFinding;

/// What the lists are narrowed down to.
///
/// @param path     of a file or folder as `FileNode` writes it; empty for everything
/// @param words    that must all be found in a row
/// @param kind     of findings; empty for all
/// @param severity of findings; null for all
record Listing(String path, String words, String kind, RepositoryFinding.@Nullable Severity severity) {
    static final Listing ALL = new Listing("", "", "", null);

    Listing withPath(String changed) {
        return new Listing(changed, words, kind, severity);
    }

    Listing withWords(String changed) {
        return new Listing(path, changed, kind, severity);
    }

    Listing withKind(String changed) {
        return new Listing(path, words, changed, severity);
    }

    Listing withSeverity(RepositoryFinding.@Nullable Severity changed) {
        return new Listing(path, words, kind, changed);
    }
}
