package io.plimsoll.analysis.workload;

import io.plimsoll.analysis.manifest.Knob;

/// What Git says of one value of a workload.
public sealed interface LiveValue {
    /// The one value that takes effect.
    ///
    /// @param knob may be one that can't be read as a quantity, or not be edited
    /// @param role of its document
    record One(Knob knob, ManifestPlace.Role role) implements LiveValue {}

    /// No manifest sets it.
    record None() implements LiveValue {}

    /// It is set, but which of several values is this workload's can't be told.
    ///
    /// @param sentence why, for the user
    record Unclear(String code, String sentence) implements LiveValue {}
}
