package io.plimsoll.analysis.repository;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A row of a side-by-side comparison.
///
/// @param oldLine  line number from 1; 0 if there is no line on that side
/// @param oldText  without its line break; null if there is no line
/// @param oldMarks what differs within a changed line; empty for other kinds
public record DiffRow(Kind kind, int oldLine, @Nullable String oldText, int newLine, @Nullable String newText,
        List<Span> oldMarks, List<Span> newMarks) {
    /// What happened to the line.
    public enum Kind {
        SAME, CHANGED, REMOVED, ADDED
    }

    /// A stretch of a line, in UTF-16 units.
    ///
    /// @param start from 0, included
    /// @param end   excluded
    public record Span(int start, int end) {}
}
