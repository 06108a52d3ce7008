package io.plimsoll.analysis.manifest;

import org.jspecify.annotations.Nullable;

/// One intended change of one value. A path that is missing below an existing mapping is added.
///
/// @param document counted from 0, empty documents included
/// @param path     the value's place
/// @param oldValue what must stand there now, as decoded text; `null`: whatever stands there
/// @param newValue what shall stand there, as decoded text, on one line
public record Edit(int document, ManifestPath path, @Nullable String oldValue, String newValue) {}
