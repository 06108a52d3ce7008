package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// Columns of text, padded to their widest cell. A title that starts with `>` aligns its column to the right.
final class TextTable {
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... columns) {
        for (String column : columns) {
            right.add(column.startsWith(">"));
            titles.add(column.startsWith(">") ? column.substring(1) : column);
        }
    }

    /// For reading: two digits, always. JSON has every digit.
    static String money(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " " + money.currency();
    }

    void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell.toString());
        }
        rows.add(row);
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
        all.forEach(row -> out.println(line(row, widths)));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
            line.append(i == 0 ? "" : "  ").append(right.get(i) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
