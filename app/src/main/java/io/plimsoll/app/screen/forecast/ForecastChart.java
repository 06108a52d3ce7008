package io.plimsoll.app.screen.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.DayOutlook;
import io.plimsoll.analysis.forecast.MonthOutlook;
import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.app.chart.Axis;
import io.plimsoll.app.chart.Band;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.Limit;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.text.Messages;

/// Days: what they cost, what they may cost, what is planned on top, and the budget spread over its month. For the eye; the months of the
/// table are no sums of these bands.
final class ForecastChart {
    private static final int MOST_DAYS = 150;
    private static final double DAY = 86_400;

    private ForecastChart() {
    }

    static ChartSpec of(CostForecast forecast) {
        int from = Math.max(0, forecast.actual().length - MOST_DAYS);
        double[] known = Arrays.stream(forecast.actual(), from, forecast.actual().length)
                .mapToDouble(BigDecimal::doubleValue).toArray();
        double[] x = forecast.days().stream().mapToDouble(each -> each.day().toEpochDay() * DAY).toArray();
        ChartSpec.Builder chart = ChartSpec.line(Messages.text("forecast.chart")).y(Axis.money(forecast.currency()))
                .add(Band.likely(Messages.text("forecast.band95"), x, values(forecast, day -> day.base().low95()),
                        values(forecast, day -> day.base().high95()), ChartColor.C1))
                .add(Band.likely(Messages.text("forecast.band80"), x, values(forecast, day -> day.base().low80()),
                        values(forecast, day -> day.base().high80()), ChartColor.C1));
        if (ForecastText.planned(forecast)) {
            chart.add(new Band(Messages.text("forecast.planned"), x, values(forecast, DayOutlook::plannedLow),
                    values(forecast, DayOutlook::plannedHigh), ChartColor.C2, 0.45));
        }
        chart.add(Series.of(Messages.text("band.actual"), new DailySeries(forecast.start().plusDays(from), known),
                ChartColor.C1),
                new Series(Messages.text("forecast.expected"), x, values(forecast, day -> day.base().middle()),
                        ChartColor.C1, true, 1.2));
        double[] budget = forecast.days().stream().mapToDouble(day -> budget(forecast.months(), day)).toArray();
        if (Arrays.stream(budget).anyMatch(Double::isFinite)) {
            chart.add(new Series(Messages.text("forecast.budgetLine"), x, budget, ChartColor.BAD, true, 1.2));
        }
        return chart.add(Limit.upright(forecast.complete().toEpochDay() * DAY, Messages.text("overview.complete")))
                .build();
    }

    private static double budget(List<MonthOutlook> months, DayOutlook day) {
        YearMonth month = YearMonth.from(day.day());
        for (MonthOutlook each : months) {
            BigDecimal budget = each.budget();
            if (each.month().equals(month) && budget != null) {
                return budget.doubleValue() / month.lengthOfMonth();
            }
        }
        return Double.NaN;
    }

    private static double[] values(CostForecast forecast, Function<DayOutlook, BigDecimal> part) {
        return forecast.days().stream().mapToDouble(day -> part.apply(day).doubleValue()).toArray();
    }
}
