package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Messages;

/// How layers are drawn.
final class ExploreCharts {
    private static final double DAY = 86_400;

    /// The ways to look at the layers.
    enum Shape {
        STACKED, LINES, SHARE, TABLE;

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
        return filter.groupBy().isEmpty() ? Messages.text("explore.titleAll", filter.metric().title(), grain)
                : Messages.text("explore.title", filter.metric().title(), filter.groupBy().getFirst(), grain);
    }

    static String name(Filter filter, Layers.Layer layer) {
        return filter.groupBy().isEmpty() ? Messages.text("explore.total") : Condition.named(layer.value());
    }

    static ChartSpec of(Filter filter, Layers layers, Shape shape) {
        ChartSpec.Builder chart = shape == Shape.LINES ? ChartSpec.line(title(filter)) : ChartSpec.stackedBars(title(filter));
        chart.y(shape == Shape.SHARE ? Axis.percent() : Axis.money(filter.currency()));
        double[] x = layers.steps().stream().mapToDouble(ExploreCharts::x).toArray();
        double[] whole = new double[x.length];
        Arrays.setAll(whole, i -> shape == Shape.SHARE ? layers.sum(i, i).doubleValue() : 1);
        List<Layers.Layer> all = layers.layers();
        for (int i = 0; i < all.size(); i++) {
            chart.add(Series.of(name(filter, all.get(i)), x, values(all.get(i).costs(), whole), ChartColor.ofSeries(i)));
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
}
