package io.plimsoll.analysis.change;

import java.util.List;

/// What the workbench shall not edit.
///
/// @param paths  globs of files; empty for any file
/// @param kind   of objects; empty for any
/// @param field  the keys that lead to the protected value or to a mapping above it, as `spec.replicas`; empty for any
/// @param reason in the words of whoever protects it; empty if not given
public record Protection(List<String> paths, String kind, String field, String reason) {
    public Protection {
        paths = List.copyOf(paths);
    }

    /// Whether a file is one of those meant.
    public boolean covers(String file) {
        return paths.isEmpty() || Glob.anyMatches(paths, file);
    }
}
