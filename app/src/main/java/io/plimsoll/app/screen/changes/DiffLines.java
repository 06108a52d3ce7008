package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.repository.DiffRow;
import io.plimsoll.app.control.DiffLine;

/// A file's comparison in the rows of the diff control: what changes with the lines around it, each stretch under the place that
/// it is about.
final class DiffLines {
    private static final int AROUND = 6;

    private DiffLines() {
    }

    static List<DiffLine> of(FilePreview file) {
        List<DiffRow> rows = file.diff().rows();
        boolean[] shown = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() != DiffRow.Kind.SAME) {
                for (int j = Math.max(0, i - AROUND); j <= Math.min(rows.size() - 1, i + AROUND); j++) {
                    shown[j] = true;
                }
            }
        }
        List<DiffLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (shown[i]) {
                if (i == 0 || !shown[i - 1]) {
                    lines.add(DiffLine.hunk("@@ " + place(file, rows, i, shown) + " @@"));
                }
                lines.add(line(rows.get(i)));
            }
        }
        return lines;
    }

    /// The path above the first value of a stretch; its first line where no value is known for it.
    private static String place(FilePreview file, List<DiffRow> rows, int from, boolean[] shown) {
        int end = from;
        while (end < rows.size() && shown[end]) {
            end++;
        }
        int first = rows.get(from).newLine();
        int last = rows.get(end - 1).newLine();
        for (EditPreview edit : file.edits()) {
            int line = edit.applied().line();
            if (line >= first && line <= last) {
                String path = edit.intent().path();
                int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('>'));
                return cut < 0 ? path : path.substring(0, cut).replace(">", " \u25b8 ");
            }
        }
        return Integer.toString(first);
    }

    private static DiffLine line(DiffRow row) {
        String oldText = row.oldText() == null ? "" : row.oldText();
        String newText = row.newText() == null ? "" : row.newText();
        return switch (row.kind()) {
            case SAME -> DiffLine.same(row.oldLine(), row.newLine(), newText);
            case REMOVED -> DiffLine.removed(row.oldLine(), oldText);
            case ADDED -> DiffLine.added(row.newLine(), newText);
            case CHANGED -> DiffLine.changed(row.oldLine(), oldText, marks(row.oldMarks()), row.newLine(), newText,
                    marks(row.newMarks()));
        };
    }

    private static List<DiffLine.Mark> marks(List<DiffRow.Span> spans) {
        return spans.stream().map(span -> new DiffLine.Mark(span.start(), span.end())).toList();
    }
}
