package io.plimsoll.analysis.manifest;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One intended change of one value. A path that is missing below an existing mapping is added.
///
/// @param document counted from 0, empty documents included
/// @param path     the value's place
/// @param oldValue what must stand there now, as decoded text; `null`: whatever stands there
/// @param newValue what shall stand there, as decoded text, on one line
/// @param item     lines of YAML of a new list item that shall hold the value, without it, indented as if they stood alone; empty
///                 if the value needs none. The first position in the path is the item's and counts for nothing: the item
///                 goes to the list's end. Edits of one call with equal items share one
public record Edit(int document, ManifestPath path, @Nullable String oldValue, String newValue, List<String> item) {
    public Edit {
        item = List.copyOf(item);
    }

    /// Of a value that needs no new list item.
    public Edit(int document, ManifestPath path, @Nullable String oldValue, String newValue) {
        this(document, path, oldValue, newValue, List.of());
    }
}
