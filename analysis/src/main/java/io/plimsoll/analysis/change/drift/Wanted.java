package io.plimsoll.analysis.change.drift;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// What Git says of one field of an object.
public sealed interface Wanted {
    /// A value.
    ///
    /// @param chart whether it is a value of a chart whose templates were not followed, so that another value may come of it
    record Value(String text, UnitGrammar unit, DriftOrigin origin, boolean chart) implements Wanted {}

    /// Git does not set it.
    ///
    /// @param chart whether the object comes of a chart, which may set it
    record None(boolean chart) implements Wanted {}

    /// It can't be told.
    ///
    /// @param reason in a sentence
    record Unclear(String reason) implements Wanted {}
}
