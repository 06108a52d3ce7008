package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.CostTable;

/// How the groups of one dimension moved from one stretch to another. All amounts are decimals of one currency.
///
/// @param lines every group of either stretch, the largest movement first
/// @param total movement of everything
record Movement(List<Line> lines, BigDecimal total) {
    /// @param value  the group's value, an empty text for charges without one
    /// @param change now minus before
    record Line(String value, BigDecimal now, BigDecimal before, BigDecimal change) {
    }

    /// @param now    answer to a question by one dimension
    /// @param before the same over the other stretch
    static Movement of(CostTable now, CostTable before) {
        Map<String, BigDecimal> after = byValue(now);
        Map<String, BigDecimal> earlier = byValue(before);
        List<Line> lines = new ArrayList<>();
        after.forEach((value, cost) -> lines.add(line(value, cost, earlier.getOrDefault(value, BigDecimal.ZERO))));
        earlier.forEach((value, cost) -> {
            if (!after.containsKey(value)) {
                lines.add(line(value, BigDecimal.ZERO, cost));
            }
        });
        lines.sort(Comparator.comparing((Line line) -> line.change().abs()).reversed().thenComparing(Line::value));
        return new Movement(List.copyOf(lines), now.total().subtract(before.total()));
    }

    /// The largest movements; what the others come to is `total` minus these.
    List<Line> largest(int count) {
        return lines.stream().filter(line -> line.change().signum() != 0).limit(count).toList();
    }

    /// What moved beside the `largest`.
    BigDecimal others(int count) {
        return largest(count).stream().map(Line::change).reduce(total, BigDecimal::subtract);
    }

    private static Line line(String value, BigDecimal now, BigDecimal before) {
        return new Line(value, now, before, now.subtract(before));
    }

    private static Map<String, BigDecimal> byValue(CostTable table) {
        Map<String, BigDecimal> costs = new LinkedHashMap<>();
        table.rows().forEach(row -> costs.merge(row.key().values().iterator().next(), row.cost(), BigDecimal::add));
        return costs;
    }
}
