package io.plimsoll.analysis.manifest.owner;

import io.plimsoll.analysis.manifest.ManifestPath;

/// Where a value is written.
///
/// @param file     from the clone's top, with `/`
/// @param document counted from 0, empty documents included
/// @param line     of the file, from 1; 0 if unknown
/// @param path     as `ManifestEditor` takes it; a value that an inline patch sets is at `patches[0].patch>spec...`. The
///                 editor may still refuse the place, for example an alias or a folded text. The root (no steps): the
///                 value is the whole file
public record Origin(String file, int document, int line, ManifestPath path) {
    @Override
    public String toString() {
        return file + ":" + line + (document == 0 ? "" : " (document " + document + ")") + " " + path;
    }
}
