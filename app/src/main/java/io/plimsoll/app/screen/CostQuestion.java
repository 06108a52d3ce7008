package io.plimsoll.app.screen;

import java.util.List;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;

/// Puts the filter of the window as a question to the bill. One currency is looked at, so that nothing is added that can't be.
public final class CostQuestion {
    private CostQuestion() {
    }

    /// The filter's metric and conditions over `days`, in the filter's currency only.
    public static CostQuery of(Filter filter, Days days, String... by) {
        return of(filter, metric(filter), days, by);
    }

    /// As above, of another of the four costs.
    public static CostQuery of(Filter filter, CostMetric metric, Days days, String... by) {
        CostQuery query = CostQuery.by(metric, by).within(days.from(), days.to())
                .where(CostFilter.is("BillingCurrency", filter.currency()));
        for (Condition condition : filter.conditions()) {
            query = query
                    .where(new CostFilter(condition.dimension(), condition.values(), condition.exclude()));
        }
        return query;
    }

    public static CostMetric metric(Filter filter) {
        return CostMetric.valueOf(filter.metric().name());
    }

    /// The answer in the filter's currency.
    public static CostTable in(Filter filter, List<CostTable> answers, Days days) {
        return answers.stream().filter(table -> table.currency().equals(filter.currency())).findFirst()
                .orElseGet(() -> nothing(filter, days));
    }

    private static CostTable nothing(Filter filter, Days days) {
        return new CostTable(metric(filter), filter.currency(), days.from(), days.to(), null, List.of(),
                Money.zero(filter.currency()).amount(), Money.zero(filter.currency()).amount(), true, "");
    }
}
