package io.plimsoll.app.screen.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.forecast.BudgetOutlook;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.MonthOutlook;
import io.plimsoll.analysis.forecast.Range;
import io.plimsoll.analysis.forecast.TotalsBacktest;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The words of the forecast.
final class ForecastText {
    private ForecastText() {
    }

    static String money(@Nullable BigDecimal amount, String currency) {
        return amount == null ? Formats.NONE : MoneyFormat.brief(new Money(amount, currency));
    }

    static String range(Range range, String currency) {
        return money(range.low80(), currency) + " " + Formats.NONE + " " + money(range.high80(), currency);
    }

    static String chance(OptionalDouble chance) {
        return chance.isEmpty() ? Formats.NONE : Formats.percent(chance.getAsDouble(), 0);
    }

    static boolean planned(CostForecast forecast) {
        return forecast.months().stream().anyMatch(
                each -> each.planned().low95().signum() != 0 || each.planned().high95().signum() != 0);
    }

    /// The month in which the running one ends, in a sentence.
    static String headline(CostForecast forecast) {
        if (forecast.months().isEmpty()) {
            return Messages.text("screen.forecast");
        }
        MonthOutlook first = forecast.months().getFirst();
        return Messages.text("forecast.headline", DateFormats.monthAndYear(first.month()),
                money(first.total().middle(), forecast.currency()), range(first.total(), forecast.currency()));
    }

    static String formula(CostForecast forecast) {
        return Messages.text("forecast.formula", DateFormats.dayAndYear(forecast.complete()),
                forecast.methodTitles());
    }

    /// How the same procedure did before.
    static List<String> backtest(CostForecast forecast) {
        List<String> lines = new ArrayList<>();
        TotalsBacktest totals = forecast.totals();
        if (totals.windows() == 0) {
            lines.add(Messages.text("forecast.noBacktest"));
        } else {
            lines.add(Messages.text("forecast.error", Formats.percent(totals.error() / 100, 1),
                    Formats.count(totals.windows())));
            lines.add(Messages.text("forecast.cover", Formats.percent(totals.cover80(), 0),
                    Formats.percent(totals.cover95(), 0)));
        }
        if (Double.isFinite(forecast.backtest().mase())) {
            lines.add(Messages.text("forecast.days", Formats.number(forecast.backtest().mase(), 2),
                    Formats.percent(forecast.backtest().cover95(), 0)));
        }
        return lines;
    }

    /// Charges that are handled apart.
    static List<String> lumps(CostForecast forecast) {
        List<String> lines = new ArrayList<>();
        forecast.recurring().forEach(each -> lines.add(each.dayOfMonth() == 0
                ? Messages.text("forecast.recurringLast", money(each.amount(), forecast.currency()))
                : Messages.text("forecast.recurring", money(each.amount(), forecast.currency()),
                        Integer.toString(each.dayOfMonth()))));
        forecast.singles().forEach(each -> lines.add(Messages.text("forecast.single",
                money(each.amount(), forecast.currency()), DateFormats.day(each.day()))));
        return lines;
    }

    /// Budgets that are no line of the table: of other charges, or of longer periods.
    static List<String> budgets(CostForecast forecast) {
        List<String> lines = new ArrayList<>();
        for (BudgetOutlook each : forecast.budgets()) {
            CostFilter filter = each.budget().filter();
            if (each.budget().isMonthly() && filter == null && each.gap().isEmpty()) {
                continue;
            }
            String name = each.budget().period() + (filter == null ? "" : ", " + String.join(", ", filter.values()));
            Range total = each.total();
            String budget = money(each.budget().amount().amount(), forecast.currency());
            lines.add(total == null
                    ? Messages.text("forecast.budgetGap", name, budget, each.gap())
                    : Messages.text("forecast.budget", name, budget, money(total.middle(), forecast.currency()),
                            chance(each.chanceToExceed())));
        }
        return lines;
    }
}
