package io.plimsoll.analysis.forecast;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.StepFailure;

/// A question about cost to come.
///
/// @param costs    metric and filters, and by which dimension (at most one) there is a forecast for each of the `top` costliest keys;
///                 days and grain don't matter
/// @param currency only this one; null for one forecast each
/// @param convert  turn everything into `currency`, day by day with the loaded rates
/// @param months   how many months after the running one
/// @param budgets  to be held against
/// @param roadmap  planned cost on top
public record ForecastQuery(CostQuery costs, @Nullable String currency, boolean convert, int months, Budgets budgets,
        Roadmap roadmap) {
    public static final int MOST_MONTHS = 24;
    private static final int MOST_KEYS = 20;

    public ForecastQuery {
        if (months < 0 || months > MOST_MONTHS) {
            throw StepFailure.wrongUsage("MONTHS", "A forecast can't reach " + months + " months ahead.",
                    "Give 0 to " + MOST_MONTHS + ".");
        }
        if (costs.by().size() > 1) {
            throw StepFailure.wrongUsage("FORECAST_GROUP", "A forecast is made by one dimension at most.",
                    "Leave out all but one: " + String.join(", ", costs.by()));
        }
        if (!costs.by().isEmpty() && !roadmap.projects().isEmpty()) {
            throw StepFailure.wrongUsage("FORECAST_GROUP",
                    "A roadmap says nothing about which " + costs.by().getFirst() + " its projects are.",
                    "Leave out the group or the roadmap.");
        }
        if (convert && currency == null) {
            throw new IllegalArgumentException("Into which currency?");
        }
    }

    public static ForecastQuery of(CostQuery costs, int months) {
        return new ForecastQuery(costs, null, false, months, Budgets.NONE, Roadmap.NONE);
    }

    public ForecastQuery with(Budgets newBudgets, Roadmap newRoadmap) {
        return new ForecastQuery(costs, currency, convert, months, newBudgets, newRoadmap);
    }

    /// @param convert turn everything into it, instead of taking what is billed in it
    public ForecastQuery in(String newCurrency, boolean newConvert) {
        return new ForecastQuery(costs, newCurrency, newConvert, months, budgets, roadmap);
    }

    int keys() {
        return costs.top() == 0 ? 5 : Math.min(costs.top(), MOST_KEYS);
    }

    List<Budget> budgetsIn(String inCurrency) {
        return budgets.all().stream().filter(each -> each.amount().currency().equals(inCurrency)).toList();
    }
}
