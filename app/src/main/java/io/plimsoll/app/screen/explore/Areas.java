package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;

/// Cost as areas of two levels. An area needs an amount above zero: what is not is left out and counted, so that the areas and
/// what is left out are the total to the last digit.
///
/// @param by      the dimensions of the levels, none, one or two
/// @param areas   the costliest first
/// @param rest    of groups beyond the costliest `MOST`, one area if above zero
/// @param left    sum of what has no area: credits, refunds, and a rest below zero
/// @param leftOut how many groups that are
/// @param total   of everything
/// @param sql     as it ran
record Areas(List<String> by, List<Area> areas, BigDecimal rest, BigDecimal left, int leftOut, BigDecimal total,
        boolean fromCube, String sql) {
    /// More would be smaller than a pixel or two.
    static final int MOST = 400;
    private static final int LEVELS = 2;

    /// @param value of the first dimension
    /// @param cost  the sum of the parts
    /// @param parts by the second dimension; empty without one
    record Area(String value, BigDecimal cost, List<Part> parts) {}

    record Part(String value, BigDecimal cost) {}

    /// The first two groupings that the filter has not narrowed to one value; all that there are if it has narrowed every one.
    static List<String> open(Filter filter) {
        List<String> open = filter.groupBy().stream().filter(dimension -> !isPinned(filter, dimension)).toList();
        return (open.isEmpty() ? filter.groupBy() : open).stream().limit(LEVELS).toList();
    }

    static boolean isPinned(Filter filter, String dimension) {
        return filter.conditions().stream().anyMatch(each -> each.dimension().equals(dimension) && isOne(each));
    }

    private static boolean isOne(Condition condition) {
        return !condition.exclude() && condition.values().size() == 1;
    }

    /// @param table by these dimensions, of the costliest groups
    static Areas of(List<String> by, CostTable table) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        BigDecimal left = BigDecimal.ZERO;
        int leftOut = 0;
        for (CostTable.Row row : table.rows()) {
            List<String> key = List.copyOf(row.key().values());
            if (row.cost().signum() > 0) {
                parts.computeIfAbsent(key.isEmpty() ? "" : key.getFirst(), value -> new ArrayList<>())
                        .add(new Part(key.isEmpty() ? "" : key.getLast(), row.cost()));
            } else if (row.cost().signum() < 0) {
                left = left.add(row.cost());
                leftOut++;
            }
        }
        List<Area> areas = new ArrayList<>();
        parts.forEach((value, its) -> areas.add(new Area(value,
                its.stream().map(Part::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                by.size() < LEVELS ? List.of() : List.copyOf(its))));
        areas.sort((a, b) -> b.cost().compareTo(a.cost()));
        boolean below = table.residual().signum() < 0;
        return new Areas(by, List.copyOf(areas), below ? BigDecimal.ZERO : table.residual(),
                below ? left.add(table.residual()) : left, leftOut, table.total(), table.fromCube(), table.sql());
    }

    /// What the areas stand for.
    BigDecimal drawn() {
        return areas.stream().map(Area::cost).reduce(rest, BigDecimal::add);
    }

    /// The value of the first dimension at a cell of the chart, counted as `Tile`s are; null for the rest.
    @org.jspecify.annotations.Nullable
    String valueAt(int cell) {
        int before = 0;
        for (Area area : areas) {
            before += Math.max(1, area.parts().size());
            if (cell < before) {
                return area.value();
            }
        }
        return null;
    }
}
