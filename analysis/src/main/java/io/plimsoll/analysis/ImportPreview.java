package io.plimsoll.analysis;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.workspace.FileLook;

/// What files are, told before any of them is loaded.
///
/// @param files   bills and telemetry, those that can't be loaded included
/// @param notes   sentences about the files as a whole
/// @param skipped files in folders that are neither
public record ImportPreview(List<FileLook> files, List<String> notes, List<Path> skipped) {
    public ImportPreview {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        skipped = List.copyOf(skipped);
    }

    /// What to load so that nothing goes in but the files that were seen and may be: these, and the manifests that name them.
    /// Empty if there is none.
    public List<Path> loadable() {
        Set<Path> paths = new LinkedHashSet<>();
        for (FileLook file : files) {
            if (file.loadable()) {
                paths.add(Path.of(file.file()));
                String manifest = file.manifest();
                if (manifest != null) {
                    paths.add(Path.of(manifest));
                }
            }
        }
        return List.copyOf(paths);
    }
}
