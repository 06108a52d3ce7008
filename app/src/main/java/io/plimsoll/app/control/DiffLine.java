package io.plimsoll.app.control;

import java.util.List;

/// One line of a comparison.
///
/// @param oldNumber counted from 1, 0 where there is no old line
/// @param oldText   without its line end, though a carriage return may be part of it; empty where there is no old line
/// @param newNumber counted from 1, 0 where there is no new line
/// @param oldMarks  the words that go, as UTF-16 offsets into `oldText`, rising and not overlapping
/// @param newMarks  the words that come
public record DiffLine(Kind kind, int oldNumber, String oldText, int newNumber, String newText, List<Mark> oldMarks,
        List<Mark> newMarks) {
    public DiffLine {
        oldMarks = List.copyOf(oldMarks);
        newMarks = List.copyOf(newMarks);
    }

    /// Where a hunk starts: its place in words.
    public static DiffLine hunk(String place) {
        return new DiffLine(Kind.HUNK, 0, place, 0, place, List.of(), List.of());
    }

    public static DiffLine same(int oldNumber, int newNumber, String text) {
        return new DiffLine(Kind.SAME, oldNumber, text, newNumber, text, List.of(), List.of());
    }

    public static DiffLine removed(int number, String text) {
        return new DiffLine(Kind.REMOVED, number, text, 0, "", List.of(), List.of());
    }

    public static DiffLine added(int number, String text) {
        return new DiffLine(Kind.ADDED, 0, "", number, text, List.of(), List.of());
    }

    /// A line that changes in some of its words.
    public static DiffLine changed(int oldNumber, String oldText, List<Mark> oldMarks, int newNumber, String newText,
            List<Mark> newMarks) {
        return new DiffLine(Kind.CHANGED, oldNumber, oldText, newNumber, newText, oldMarks, newMarks);
    }

    /// What becomes of the line.
    public enum Kind {
        HUNK, SAME, REMOVED, ADDED, CHANGED
    }

    /// `from` <= index < `to`.
    public record Mark(int from, int to) {}
}
