package io.plimsoll.app.screen;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;

/// Puts the filter of the window as a question to the bill. One currency is looked at, or all of them converted into one with the
/// rates that the user loaded, so that nothing is added that can't be.
public final class CostQuestion {
    private static final String CURRENCY = "BillingCurrency";

    private CostQuestion() {
    }

    /// The filter's metric and conditions over `days`; in the filter's currency only, unless all are to be converted into it.
    public static CostQuery of(Filter filter, Days days, String... by) {
        return of(filter, metric(filter), days, by);
    }

    /// As above, of another of the four costs.
    public static CostQuery of(Filter filter, CostMetric metric, Days days, String... by) {
        CostQuery query = CostQuery.by(metric, by).within(days.from(), days.to());
        if (!filter.converted()) {
            query = query.where(CostFilter.is(CURRENCY, filter.currency()));
        }
        for (Condition condition : filter.conditions()) {
            query = query
                    .where(new CostFilter(condition.dimension(), condition.values(), condition.exclude()));
        }
        return query;
    }

    public static CostMetric metric(Filter filter) {
        return CostMetric.valueOf(filter.metric().name());
    }

    public static CostQuery.Grain grain(Filter filter) {
        return switch (filter.grain()) {
            case DAILY -> CostQuery.Grain.DAY;
            case WEEKLY -> CostQuery.Grain.WEEK;
            case MONTHLY -> CostQuery.Grain.MONTH;
            case QUARTERLY -> CostQuery.Grain.QUARTER;
            case YEARLY -> CostQuery.Grain.YEAR;
        };
    }

    /// Whether a question's amounts are all in one currency without any rate.
    static boolean isInOneCurrency(CostQuery query) {
        return query.filters().stream()
                .anyMatch(each -> each.dimension().equals(CURRENCY) && !each.exclude() && each.values().size() == 1);
    }

    /// Answers a question made from `filter`, in its currency. Away from the FX thread.
    ///
    /// @throws StepFailure RATE_MISSING if amounts are to be converted and a day has no rate
    public static CostTable answer(Billing billing, Filter filter, CostQuery query, Cancellation cancellation) {
        Optional<CostTable> found = filter.converted()
                ? billing.convertedCosts(query, filter.currency(), cancellation).map(ConvertedCosts::table)
                : billing.costs(query, cancellation).stream()
                        .filter(table -> table.currency().equals(filter.currency())).findFirst();
        return found.orElseGet(() -> nothing(filter, query));
    }

    /// A number a day for each key of a question made from `filter`, in its currency, by the key's values.
    ///
    /// @param days what the question is about
    /// @throws StepFailure as `answer`
    public static Map<List<String>, BigDecimal[]> daily(Billing billing, Filter filter, CostQuery query, Days days,
            Cancellation cancellation) {
        Map<List<String>, BigDecimal[]> found = new LinkedHashMap<>();
        for (CostTable.Row row : answer(billing, filter, query.per(CostQuery.Grain.DAY), cancellation).rows()) {
            LocalDate day = row.period();
            if (day != null) {
                BigDecimal[] costs = found.computeIfAbsent(List.copyOf(row.key().values()), key -> zeros(days));
                costs[(int) ChronoUnit.DAYS.between(days.from(), day)] = row.cost();
            }
        }
        return found;
    }

    /// No cost on any of the days.
    public static BigDecimal[] zeros(Days days) {
        BigDecimal[] zeros = new BigDecimal[days.count()];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static CostTable nothing(Filter filter, CostQuery query) {
        LocalDate from = query.from() == null ? filter.period().from() : query.from();
        LocalDate to = query.to() == null ? filter.period().to() : query.to();
        return new CostTable(query.metric(), filter.currency(), from, to, null, List.of(),
                Money.zero(filter.currency()).amount(), Money.zero(filter.currency()).amount(), true, "");
    }
}
