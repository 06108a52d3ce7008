package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The layers as figures: a line a step, a column a group, and the total.
final class StepTable {
    private static final double COLUMN = 120;

    private StepTable() {
    }

    static PagedTable<Integer> of(ScreenContext context, Filter filter, Layers layers) {
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.<Integer>text("step", Messages.text("explore.step"), 90,
                step -> DateFormats.day(layers.steps().get(step))).unsortable());
        List<Layers.Layer> all = new ArrayList<>(layers.layers());
        for (Layers.Layer layer : all) {
            columns.add(money(ExploreCharts.name(filter, layer), filter, step -> layer.costs()[step]));
        }
        Layers.Layer others = layers.others();
        if (others != null) {
            columns.add(money(Messages.text("explore.other"), filter, step -> others.costs()[step]));
        }
        columns.add(money(Messages.text("explore.total"), filter, step -> layers.sum(step, step)));
        PagedTable<Integer> table = new PagedTable<>(context.tasks(), ExploreCharts.title(filter), columns);
        List<Integer> steps = IntStream.range(0, layers.steps().size()).boxed().toList();
        table.show((request, cancellation) -> Page.of(steps, request));
        return table;
    }

    private static Column<Integer> money(String title, Filter filter,
            java.util.function.IntFunction<BigDecimal> cost) {
        return Column.<Integer>number(title, title, COLUMN,
                step -> MoneyFormat.exact(new Money(cost.apply(step), filter.currency()))).unsortable();
    }
}
