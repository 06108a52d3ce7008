package io.plimsoll.app.screen.repository;

import java.util.List;

/// Whose history is listed.
///
/// @param title for people; empty for the whole clone
/// @param paths files or folders without a `/` at their end; empty for all
record HistoryPlace(String title, List<String> paths) {
    static final HistoryPlace ALL = new HistoryPlace("", List.of());

    HistoryPlace {
        paths = List.copyOf(paths);
    }

    /// @param path as `FileNode` writes it
    static HistoryPlace of(String path) {
        return path.isEmpty()
                ? ALL
                : new HistoryPlace(path, List.of(path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    }
}
