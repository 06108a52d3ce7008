package io.plimsoll.analysis.repository;

/// A file that a commit changed against its first parent. A rename shows as one deleted and one added.
public record FileChange(String path, Kind kind) {
    /// How it changed.
    public enum Kind {
        ADDED, MODIFIED, DELETED
    }
}
