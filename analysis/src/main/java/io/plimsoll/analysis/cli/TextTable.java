package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// Columns of text, padded to their widest cell. A title that starts with `>` aligns its column to the right. Where a table is wider
/// than 120 characters, its last column is broken between words.
final class TextTable {
    private static final int WIDTH = 120;
    /// A last column that would have less room stays whole.
    private static final int NARROW = 30;

    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    TextTable(String... columns) {
        for (String column : columns) {
            right.add(column.startsWith(">"));
            titles.add(column.startsWith(">") ? column.substring(1) : column);
        }
    }

    /// For reading: two digits, always. JSON has every digit. Empty if unknown.
    static String money(@Nullable Money money) {
        return money == null
                ? ""
                : cents(money.amount()) + " " + money.currency();
    }

    /// An amount whose currency stands elsewhere, as `money` writes it.
    static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Of a share in 0..1; empty if nothing was measured.
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "";
    }

    void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : TerminalText.cell(cell.toString()));
        }
        rows.add(row);
        notes.add("");
    }

    /// Words below the row that was added last; none if empty.
    void note(String words) {
        notes.set(notes.size() - 1, TerminalText.of(words));
    }

    void print(PrintStream out) {
        int[] widths = new int[titles.size()];
        List<List<String>> all = new ArrayList<>(rows);
        all.addFirst(titles);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            lines(all.get(i), widths).forEach(out::println);
            if (i > 0 && !notes.get(i - 1).isEmpty()) {
                out.println("    " + notes.get(i - 1));
            }
        }
    }

    private List<String> lines(List<String> row, int[] widths) {
        int last = widths.length - 1;
        int start = 0;
        for (int i = 0; i < last; i++) {
            start += widths[i] + 2;
        }
        if (right.get(last) || WIDTH - start < NARROW) {
            return List.of(line(row, widths));
        }
        List<String> parts = broken(row.getLast(), WIDTH - start);
        List<String> whole = new ArrayList<>(row);
        whole.set(last, parts.getFirst());
        List<String> lines = new ArrayList<>(List.of(line(whole, widths)));
        for (String part : parts.subList(1, parts.size())) {
            lines.add(" ".repeat(start) + part);
        }
        return lines;
    }

    private static List<String> broken(String text, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!part.isEmpty() && part.length() + 1 + word.length() > width) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!part.isEmpty()) {
                part.append(' ');
            }
            part.append(word);
        }
        parts.add(part.toString());
        return parts;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(Math.max(0, widths[i] - cell.codePointCount(0, cell.length())));
            line.append(i == 0 ? "" : "  ").append(right.get(i) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
