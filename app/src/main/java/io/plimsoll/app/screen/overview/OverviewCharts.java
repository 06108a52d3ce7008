package io.plimsoll.app.screen.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.BarRow;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Limit;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.screen.shared.DailyBand;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What the overview's charts show.
final class OverviewCharts {
    static final int LARGEST = 6;
    private static final double DAY = 86_400;

    private OverviewCharts() {
    }

    /// The comparison's days and the period's, up to the last that is loaded.
    ///
    /// @param expected days with their band, or none
    static ChartSpec daily(OverviewFigures figures, List<DayScore> expected, DailyMarks marks) {
        String title = title(figures, expected);
        ChartSpec.Builder chart = ChartSpec.line(title).y(Axis.money(figures.filter().currency()))
                .add(Series.of(figures.filter().metric().title(), figures.daily(), ChartColor.C1));
        if (!expected.isEmpty()) {
            chart.add(DailyBand.of(figures.filter().currency(), expected).band());
        }
        chart.add(marks.markers(figures.daily()).toArray(Marker[]::new));
        LocalDate complete = figures.span().lastComplete();
        LocalDate end = figures.daily().day(figures.daily().length() - 1);
        if (complete.isBefore(end)) {
            chart.fadeFrom(complete.plusDays(1).toEpochDay() * DAY)
                    .add(Limit.upright(complete.toEpochDay() * DAY, Messages.text("overview.complete")));
        }
        return chart.build();
    }

    static String title(OverviewFigures figures, List<DayScore> expected) {
        return Messages.text(expected.isEmpty() ? "overview.daily" : "overview.dailyBand",
                figures.filter().metric().title().toLowerCase(Locale.ROOT));
    }

    /// What the marks mean; commits are promised only where there can be some.
    static String hint(OverviewFigures figures) {
        return Messages.text(figures.hasClone() ? "overview.dailyHint" : "overview.dailyHintAlone");
    }

    /// The largest movements and what all others come to.
    static ChartSpec moved(OverviewFigures figures, Movement movement) {
        ChartSpec.Builder chart = ChartSpec.rows(Messages.text("overview.moved"))
                .y(Axis.money(figures.filter().currency()));
        List<Movement.Line> largest = movement.largest(LARGEST);
        for (Movement.Line line : largest) {
            chart.add(BarRow.moved(Condition.named(line.value()), line.change().doubleValue(),
                    MoneyFormat.change(figures.money(line.change()))));
        }
        java.math.BigDecimal others = movement.others(LARGEST);
        if (others.signum() != 0) {
            chart.add(BarRow.of(Messages.text("overview.other"), others.doubleValue(), ChartColor.C8,
                    MoneyFormat.change(figures.money(others))));
        }
        return chart.build();
    }
}
