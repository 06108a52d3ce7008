package io.plimsoll.analysis.change.drift;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// A cost field of a live object.
///
/// @param path    in the object
/// @param pointer the same with positions instead of names, as a JSON pointer's parts
/// @param knob    a word of `Field`
/// @param base    what was applied last; null if the object does not say
/// @param owner   null if the object does not say
record LiveField(ManifestPath path, List<String> pointer, String container, String knob, String value,
        UnitGrammar unit, @Nullable String base, @Nullable DriftOwner owner) {
    LiveField {
        pointer = List.copyOf(pointer);
    }
}
