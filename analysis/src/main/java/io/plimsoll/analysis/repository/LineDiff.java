package io.plimsoll.analysis.repository;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.plumbing.Words;

/// What two texts differ in, by lines, as `git diff --histogram` finds it. Bytes are compared; white space and line endings count.
public final class LineDiff {
    private final RawText before;
    private final RawText after;
    private final boolean added;
    private final EditList edits;

    private LineDiff(byte[] before, byte[] after, boolean added) {
        this.before = new RawText(before);
        this.after = new RawText(after);
        this.added = added;
        this.edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, this.before, this.after);
    }

    /// @param before null if there was no such file
    public static LineDiff of(byte @Nullable [] before, byte[] after) {
        return new LineDiff(before == null ? new byte[0] : before, after, before == null);
    }

    public boolean isEmpty() {
        return edits.isEmpty() && !added;
    }

    /// Lines that came and lines that went.
    public int changedLines() {
        return edits.stream().mapToInt(edit -> edit.getLengthA() + edit.getLengthB()).sum();
    }

    /// The unified form with three lines of context that `git apply` takes; empty if nothing differs.
    public String unified(String path) {
        if (isEmpty()) {
            return "";
        }
        String from = QuotedString.GIT_PATH.quote("a/" + path);
        String to = QuotedString.GIT_PATH.quote("b/" + path);
        String head = "diff --git " + from + " " + to + "\n" + (added ? "new file mode 100644\n" : "");
        if (edits.isEmpty()) {
            return head;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((head + "--- " + (added ? "/dev/null" : from) + "\n+++ " + to + "\n")
                .getBytes(StandardCharsets.UTF_8));
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, before, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Both texts whole, side by side. In a replaced stretch the lines are paired from its top.
    public List<DiffRow> rows() {
        List<DiffRow> rows = new ArrayList<>();
        int a = 0;
        int b = 0;
        for (Edit edit : edits) {
            while (a < edit.getBeginA()) {
                rows.add(row(DiffRow.Kind.SAME, a++, b++));
            }
            while (a < edit.getEndA() && b < edit.getEndB()) {
                rows.add(row(DiffRow.Kind.CHANGED, a++, b++));
            }
            while (a < edit.getEndA()) {
                rows.add(row(DiffRow.Kind.REMOVED, a++, -1));
            }
            while (b < edit.getEndB()) {
                rows.add(row(DiffRow.Kind.ADDED, -1, b++));
            }
        }
        while (a < before.size()) {
            rows.add(row(DiffRow.Kind.SAME, a++, b++));
        }
        return rows;
    }

    private DiffRow row(DiffRow.Kind kind, int a, int b) {
        String oldText = a < 0 ? null : before.getString(a);
        String newText = b < 0 ? null : after.getString(b);
        Words.Marks marks = kind == DiffRow.Kind.CHANGED && oldText != null && newText != null
                ? Words.compare(oldText, newText)
                : new Words.Marks(List.of(), List.of());
        return new DiffRow(kind, a + 1, oldText, b + 1, newText, marks.before(), marks.after());
    }
}
