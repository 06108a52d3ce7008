package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.forecast.BudgetOutlook;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.MonthOutlook;
import io.plimsoll.analysis.forecast.Range;
import io.plimsoll.analysis.forecast.TotalsBacktest;

/// A forecast of cost for reading.
final class SpendText {
    private static final int MOST_SINGLES = 3;

    private SpendText() {
    }

    static void print(CliContext context, CostForecast forecast) {
        forecast.key().forEach((dimension, value) -> context.print(dimension + " = " + value));
        boolean budgets = forecast.months().stream().anyMatch(each -> each.budget() != null);
        boolean planned = forecast.months().stream().anyMatch(each -> each.planned().high95().signum() != 0
                || each.planned().low95().signum() != 0);
        TextTable table = new TextTable("month", ">actual so far", ">expected " + forecast.currency(), ">80 % from",
                ">to", ">of it planned", ">run rate", ">budget", ">chance to exceed");
        for (MonthOutlook each : forecast.months()) {
            BigDecimal budget = each.budget();
            table.row(each.month(), TextTable.cents(each.actual()), TextTable.cents(each.total().middle()),
                    TextTable.cents(each.total().low80()),
                    TextTable.cents(each.total().high80()), planned ? TextTable.cents(each.planned().middle()) : "",
                    TextTable.cents(each.runRate()),
                    budget == null ? budgets ? "none" : "" : TextTable.cents(budget), percent(each.chanceToExceed()));
        }
        table.print(context.out());
        forecast.budgets().forEach(each -> context.print(sentence(each)));
        context.print("Complete days to " + forecast.complete() + " are exact; all else is an estimate, the mean of: "
                + forecast.methodTitles() + ".");
        TotalsBacktest totals = forecast.totals();
        context.print(totals.windows() == 0
                ? "No back-test of totals: that needs 72 complete days."
                : String.format(Locale.ROOT,
                        "Back-test, %d totals of 30 days: %.1f %% off on average; %.0f %% lay in the 80 %% range, "
                                + "%.0f %% in the 95 %% range.",
                        totals.windows(), totals.error(), 100 * totals.cover80(), 100 * totals.cover95()));
        forecast.recurring().forEach(each -> context.print("Every month on "
                + (each.dayOfMonth() == 0 ? "the last day" : "day " + each.dayOfMonth()) + ": about "
                + TextTable.cents(each.amount()) + "."));
        singles(forecast.singles()).forEach(context::print);
    }

    /// One line each; of more than a few only how many they are and what they come to.
    static List<String> singles(List<CostForecast.Single> singles) {
        if (singles.size() <= MOST_SINGLES) {
            return singles.stream().map(
                    each -> "Once, not expected again: " + TextTable.cents(each.amount()) + " on " + each.day() + ".")
                    .toList();
        }
        BigDecimal sum = singles.stream().map(CostForecast.Single::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of("Not expected again: " + singles.size() + " charges of taxes, purchases, credits and the like, "
                + TextTable.cents(sum) + " in all, from " + singles.getFirst().day() + " to " + singles.getLast().day()
                + ".");
    }

    private static String sentence(BudgetOutlook outlook) {
        CostFilter filter = outlook.budget().filter();
        Range total = outlook.total();
        String name = "Budget " + outlook.budget().period()
                + (filter == null ? "" : ", " + filter.dimension() + "=" + filter.values().getFirst()) + ": "
                + TextTable.cents(outlook.budget().amount().amount());
        return total == null
                ? name + ". " + outlook.gap()
                : name + ", expected " + TextTable.cents(total.middle()) + " (80 % " + TextTable.cents(total.low80())
                        + " to "
                        + TextTable.cents(total.high80()) + "), chance to exceed " + percent(outlook.chanceToExceed())
                        + ".";
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble());
    }
}
