package io.plimsoll.analysis.change.propose;

import io.plimsoll.analysis.manifest.Knob;

/// Who sets a part of a size.
sealed interface Owner {
    /// The one value that counts, and it can be edited.
    record One(Knob knob) implements Owner {}

    /// No manifest sets it.
    record None() implements Owner {}

    /// It is set, but not so that an edit would be safe.
    record Closed(String code, String sentence) implements Owner {}
}
