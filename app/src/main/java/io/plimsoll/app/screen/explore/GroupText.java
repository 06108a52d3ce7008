package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.CsvCell;

/// Groups as text: a column a grouping (the groups beyond the listed ones under the name of the row), then cost, currency, and the costs that were compared. Amounts are whole decimals with
/// a point, never rounded.
final class GroupText {
    private GroupText() {
    }

    /// With tabs, for a spreadsheet's clipboard.
    static String tsv(List<String> groupBy, List<GroupRow> rows) {
        return lines(groupBy, rows).stream()
                .map(cells -> cells.stream().map(cell -> CsvCell.harmless(cell).replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// RFC 4180 with line feeds.
    static String csv(List<String> groupBy, List<GroupRow> rows) {
        return lines(groupBy, rows).stream()
                .map(cells -> cells.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<List<String>> lines(List<String> groupBy, List<GroupRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(groupBy);
        head.addAll(List.of("Cost", "Currency", "ComparedCost", "CostBefore"));
        lines.add(head);
        for (GroupRow row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < groupBy.size(); i++) {
                boolean last = i == row.path().size() - 1;
                cells.add(last && row.rest() ? row.name() : i < row.path().size() ? row.path().get(i) : "");
            }
            cells.addAll(List.of(row.cost().plain(), row.cost().currency(), plain(row.now()), plain(row.before())));
            lines.add(cells);
        }
        return lines;
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
