package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.forecast.Budgets;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.ForecastQuery;
import io.plimsoll.analysis.forecast.Forecasts;
import io.plimsoll.analysis.forecast.Roadmap;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "forecast", description = "What the bill will come to by month, with intervals, back-test, budgets and what is planned.")
final class ForecastCommand implements CliCommand {
    @Option(names = "--months", paramLabel = "N", defaultValue = "3", description = "How many months after the running one (default 3).")
    int months = 3;

    @Option(names = "--budget", paramLabel = "FILE", description = "CSV of budgets: period, amount, currency, filter. Without it those that plans import kept.")
    @Nullable
    Path budget;

    @Option(names = "--roadmap", paramLabel = "FILE", description = "CSV of what is planned: project, modality, start, ramp, low, likely, high, driver, unit_cost. Without it the one that plans import kept, unless --by is given.")
    @Nullable
    Path roadmap;

    @Option(names = "--metric", defaultValue = "effective", description = "billed, effective (default), list or contracted.")
    String metric = "effective";

    @Option(names = "--filter", paramLabel = "K=V", description = "Only charges with this value; several of one key: any of them.")
    List<String> filters = new ArrayList<>();

    @Option(names = "--by", paramLabel = "DIM", description = "A forecast for each of the costliest values of a dimension.")
    @Nullable
    String by;

    @Option(names = "--top", paramLabel = "N", description = "With --by: for how many (default 5, at most 20).")
    int top;

    @Option(names = "--currency", paramLabel = "CODE", description = "Everything in one currency, converted day by day with the rates that were loaded.")
    @Nullable
    String currency;

    @Override
    public int run(CliContext context) {
        CostQuery costs = by == null
                ? CostQuery.by(CostMetric.of(metric))
                : CostQuery.by(CostMetric.of(metric), by).first(top);
        for (CostFilter each : FilterOptions.of(filters)) {
            costs = costs.where(each);
        }
        Forecasts forecasts = context.workbench().forecasts();
        ForecastQuery query = ForecastQuery.of(costs, months).with(
                budget == null ? forecasts.plans().budgets() : Budgets.read(budget), roadmap(forecasts));
        if (currency != null) {
            query = query.in(currency.toUpperCase(Locale.ROOT), true);
        }
        List<CostForecast> found = forecasts.of(query, context.progress(), Cancellation.never());
        if (context.json()) {
            List<JsonNode> documents = found.stream().map(each -> SpendJson.write(context.object(), each))
                    .map(JsonNode.class::cast).toList();
            context.print(documents.size() == 1 && by == null
                    ? documents.getFirst()
                    : context.array().addAll(documents));
        } else {
            found.forEach(each -> SpendText.print(context, each));
        }
        return 0;
    }

    /// Which of the keys a kept project belongs to is not known.
    private Roadmap roadmap(Forecasts forecasts) {
        if (roadmap != null) {
            return Roadmap.read(roadmap);
        }
        return by == null ? forecasts.plans().roadmap() : Roadmap.NONE;
    }
}
