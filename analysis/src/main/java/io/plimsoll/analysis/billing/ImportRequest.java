package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What to load. All files of one request are one delivery: they replace what earlier requests loaded for the same source, billing
/// account and billing period, and add to each other.
///
/// @param paths   files, or folders that are searched for billing files
/// @param profile a reader's id, or null to recognise each file by its header
/// @param dryRun  read, check and count everything, and change nothing
public record ImportRequest(List<Path> paths, @Nullable String profile, boolean dryRun) {
    public ImportRequest {
        paths = List.copyOf(paths);
    }

    public static ImportRequest of(Path... paths) {
        return new ImportRequest(List.of(paths), null, false);
    }
}
