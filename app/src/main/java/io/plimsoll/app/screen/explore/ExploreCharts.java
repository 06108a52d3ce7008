package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.chart.Tile;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// How layers and areas are drawn.
final class ExploreCharts {
    private static final double DAY = 86_400;

    /// The ways to look at costs.
    enum Shape {
        STACKED, LINES, SHARE, TREEMAP, TABLE;

        String title() {
            return Messages.text("explore." + name().toLowerCase(Locale.ROOT));
        }
    }

    private ExploreCharts() {
    }

    /// Where a day stands on the time axis.
    static double x(LocalDate day) {
        return day.toEpochDay() * DAY;
    }

    static String title(Filter filter) {
        String grain = filter.grain().title().toLowerCase(Locale.ROOT);
        return filter.groupBy().isEmpty()
                ? Messages.text("explore.titleAll", filter.metric().title(), grain)
                : Messages.text("explore.title", filter.metric().title(), filter.groupBy().getFirst(), grain);
    }

    static String title(Filter filter, Areas areas) {
        return areas.by().isEmpty()
                ? Messages.text("explore.areasTitleAll", filter.metric().title())
                : Messages.text("explore.areasTitle", filter.metric().title(), String.join(" \u203a ", areas.by()));
    }

    static String name(Filter filter, Layers.Layer layer) {
        return filter.groupBy().isEmpty() ? Messages.text("explore.total") : Condition.named(layer.value());
    }

    static ChartSpec of(Filter filter, Layers layers, Shape shape) {
        ChartSpec.Builder chart = shape == Shape.LINES
                ? ChartSpec.line(title(filter))
                : ChartSpec.stackedBars(title(filter));
        chart.y(shape == Shape.SHARE ? Axis.percent() : Axis.money(filter.currency()));
        double[] x = layers.steps().stream().mapToDouble(ExploreCharts::x).toArray();
        double[] whole = new double[x.length];
        Arrays.setAll(whole, i -> shape == Shape.SHARE ? Math.max(0, layers.sum(i, i).doubleValue()) : 1);
        List<Layers.Layer> all = layers.layers();
        for (int i = 0; i < all.size(); i++) {
            chart.add(
                    Series.of(name(filter, all.get(i)), x, values(all.get(i).costs(), whole), ChartColor.ofSeries(i)));
        }
        Layers.Layer others = layers.others();
        if (others != null) {
            chart.add(Series.of(Messages.text("explore.other"), x, values(others.costs(), whole), ChartColor.C8));
        }
        LocalDate incomplete = layers.incompleteFrom();
        if (incomplete != null) {
            chart.fadeFrom(x(incomplete));
        }
        return chart.build();
    }

    private static double[] values(BigDecimal[] costs, double[] whole) {
        double[] values = new double[costs.length];
        Arrays.setAll(values, i -> whole[i] == 0 ? 0 : costs[i].doubleValue() / whole[i]);
        return values;
    }

    /// What a chart of shares does not show: steps whose costs and credits come to nothing or less have no whole. Empty if all do.
    static String withoutShare(Layers layers) {
        long none = 0;
        for (int i = 0; i < layers.steps().size(); i++) {
            none += layers.sum(i, i).signum() < 0 ? 1 : 0;
        }
        return none == 0 ? "" : Messages.text("explore.noShare", Formats.count(none));
    }

    /// @param charted values that have a colour in the chart over time, in its order
    static ChartSpec of(Filter filter, Areas areas, List<String> charted) {
        ChartSpec.Builder chart = ChartSpec.treemap(title(filter, areas)).y(Axis.money(filter.currency()));
        boolean same = !areas.by().isEmpty() && areas.by().getFirst().equals(filter.groupBy().getFirst());
        for (int i = 0; i < areas.areas().size(); i++) {
            Areas.Area area = areas.areas().get(i);
            int at = same ? charted.indexOf(area.value()) : i < ExploreLoad.LAYERS ? i : -1;
            chart.add(tile(filter, areas, area, at < 0 ? ChartColor.C8 : ChartColor.ofSeries(at)));
        }
        if (areas.rest().signum() > 0) {
            chart.add(tile(filter, Messages.text("explore.smaller"), areas.rest(), ChartColor.C8));
        }
        return chart.build();
    }

    private static Tile tile(Filter filter, Areas areas, Areas.Area area, ChartColor color) {
        List<Tile> parts = new ArrayList<>();
        area.parts().forEach(part -> parts.add(tile(filter, Condition.named(part.value()), part.cost(), color)));
        Tile whole = tile(filter, areas.by().isEmpty()
                ? Messages.text("explore.total")
                : Condition.named(area.value()), area.cost(), color);
        return new Tile(whole.label(), whole.value(), color, whole.reading(), parts);
    }

    private static Tile tile(Filter filter, String name, BigDecimal cost, ChartColor color) {
        return Tile.of(name, cost.doubleValue(), color, MoneyFormat.brief(new Money(cost, filter.currency())));
    }

    /// What the areas don't show: amounts below zero. Empty if they show all.
    static String leftOut(Filter filter, Areas areas) {
        return areas.left().signum() == 0
                ? ""
                : Messages.text("explore.leftOut", money(filter, areas.drawn()), money(filter, areas.left()),
                        Formats.count(Math.max(1, areas.leftOut())), money(filter, areas.total()));
    }

    private static String money(Filter filter, BigDecimal amount) {
        return MoneyFormat.exact(new Money(amount, filter.currency()));
    }
}
