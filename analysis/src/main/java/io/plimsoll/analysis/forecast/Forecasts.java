package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// What the bill will come to. Safe from any thread; the caller runs it, a forecast takes some seconds.
///
/// Only complete days count: what providers deliver late is forecast, not taken for a drop. Statistics are worked out in doubles;
/// what leaves is exact for complete days and else an estimate, rounded to cents. The random numbers have a fixed seed: the same
/// question has the same answer.
public final class Forecasts {
    /// So many complete days have to be known.
    public static final int FEWEST_DAYS = 28;

    private final Billing billing;
    private final KeptPlans plans;
    private final Fits fits = new Fits();

    public Forecasts(Workspace workspace, Billing billing) {
        this.billing = billing;
        this.plans = new KeptPlans(workspace);
    }

    /// This area's tables.
    public static List<Migration> migrations() {
        return KeptPlans.migrations();
    }

    /// The budgets and the roadmap of the workspace.
    public KeptPlans plans() {
        return plans;
    }

    /// One forecast a currency, or a currency and key; none without a bill.
    ///
    /// @throws StepFailure HISTORY_SHORT if nothing has enough days; UNKNOWN_DIMENSION, RATE_MISSING, ROADMAP_CURRENCY
    public List<CostForecast> of(ForecastQuery query, Progress progress, Cancellation cancellation) {
        Optional<BillingSpan> span = billing.span();
        if (span.isEmpty()) {
            return List.of();
        }
        List<CostForecast> found = new ArrayList<>();
        int longest = 0;
        for (CostQuery each : questions(query, cancellation)) {
            List<DailyCosts> costs = DailyCosts.of(billing, query, each, span.get(), cancellation);
            check(query.roadmap(), costs);
            for (DailyCosts one : costs) {
                cancellation.check();
                longest = Math.max(longest, one.length());
                if (one.length() >= FEWEST_DAYS) {
                    progress.update("Forecasting " + one.currency(), -1);
                    found.add(forecast(query, each, one, costs.size() == 1, span.get(), progress, cancellation));
                }
            }
        }
        if (found.isEmpty()) {
            throw StepFailure.badInput("HISTORY_SHORT",
                    "There are " + longest + " complete days of these charges; a forecast needs " + FEWEST_DAYS + ".",
                    "Import earlier months, or ask about more charges.");
        }
        return found;
    }

    /// The question itself, or one for each of the costliest keys.
    private List<CostQuery> questions(ForecastQuery query, Cancellation cancellation) {
        CostQuery costs = query.costs();
        if (costs.by().isEmpty()) {
            return List.of(costs);
        }
        String by = costs.by().getFirst();
        return billing.costs(costs.within(null, null).per(CostQuery.Grain.NONE).first(query.keys()), cancellation)
                .stream().flatMap(table -> table.rows().stream()).map(row -> row.key().getOrDefault(by, "")).distinct()
                .map(value -> costs.where(CostFilter.is(by, value))).toList();
    }

    private static void check(Roadmap roadmap, List<DailyCosts> costs) {
        List<String> currencies = costs.stream().map(DailyCosts::currency).toList();
        // Without a charge there is no forecast in any currency; that is said instead.
        for (RoadmapProject each : costs.isEmpty() ? List.<RoadmapProject>of() : roadmap.projects()) {
            if (each.currency() == null ? currencies.size() > 1 : !currencies.contains(each.currency())) {
                throw StepFailure.badInput("ROADMAP_CURRENCY",
                        "The project " + each.name() + (each.currency() == null
                                ? " names no currency, and the bill has several."
                                : " costs " + each.currency() + ", and there is no forecast in it."),
                        "Write one of " + String.join(", ", currencies) + " into the column currency.");
            }
        }
    }

    private CostForecast forecast(ForecastQuery query, CostQuery asked, DailyCosts costs, boolean only,
            BillingSpan span, Progress progress, Cancellation cancellation) {
        int horizon = horizon(costs.ahead(), query.months());
        Ahead ahead = fits.ahead(costs, horizon, progress, cancellation);
        TotalsBacktest totals = fits.backtest(costs, progress, cancellation);
        Outlook outlook = new Outlook(costs, ahead, horizon, query.roadmap().in(costs.currency(), only));
        List<Budget> budgets = query.budgetsIn(costs.currency());
        boolean single = asked.filters().size() <= 1;
        CostFilter filter = asked.filters().isEmpty() ? null : asked.filters().getFirst();
        Forecast fitted = ahead.fitted().forecast();
        return new CostForecast(asked, key(query, filter(asked)), costs.currency(), costs.start(), costs.total(),
                outlook.days(), outlook.months(single ? budgets : List.of(), filter),
                budgets(query, budgets, outlook, single, filter, only, span, cancellation), fitted.methods(),
                fitted.backtest(), totals, recurring(ahead.lumps()), singles(ahead.lumps(), costs));
    }

    private static @Nullable CostFilter filter(CostQuery asked) {
        return asked.filters().isEmpty() ? null : asked.filters().getLast();
    }

    private static Map<String, String> key(ForecastQuery query, @Nullable CostFilter last) {
        return query.costs().by().isEmpty() || last == null
                ? Map.of()
                : Map.of(query.costs().by().getFirst(), last.values().getFirst());
    }

    /// Budgets of other charges get a forecast of their own; it is without the roadmap unless they are for the whole bill.
    private List<BudgetOutlook> budgets(ForecastQuery query, List<Budget> budgets, Outlook own, boolean single,
            @Nullable CostFilter filter, boolean only, BillingSpan span, Cancellation cancellation) {
        if (!query.costs().by().isEmpty()) {
            return budgets.stream().filter(each -> single && Outlook.sameCharges(each, filter)).map(own::budget)
                    .toList();
        }
        Map<String, Optional<Outlook>> others = new LinkedHashMap<>();
        List<BudgetOutlook> found = new ArrayList<>();
        for (Budget budget : budgets) {
            if (single && Outlook.sameCharges(budget, filter)) {
                found.add(own.budget(budget));
            } else {
                found.add(elsewhere(budget, () -> others.computeIfAbsent(String.valueOf(budget.filter()),
                        text -> other(query, budget, only, span, cancellation))));
            }
        }
        return found;
    }

    /// A budget that can't be held against the bill says so, and hides no other.
    private static BudgetOutlook elsewhere(Budget budget, Supplier<Optional<Outlook>> outlook) {
        String why = "These charges have fewer than " + FEWEST_DAYS + " complete days.";
        try {
            Optional<Outlook> found = outlook.get();
            if (found.isPresent()) {
                return found.get().budget(budget);
            }
        } catch (StepFailure e) {
            if (!e.code().equals("UNKNOWN_DIMENSION")) {
                throw e;
            }
            why = e.message();
        }
        return new BudgetOutlook(budget, BigDecimal.ZERO, null, OptionalDouble.empty(), false, why);
    }

    private Optional<Outlook> other(ForecastQuery query, Budget budget, boolean only, BillingSpan span,
            Cancellation cancellation) {
        CostFilter filter = budget.filter();
        CostQuery bare = CostQuery.by(query.costs().metric());
        return DailyCosts.of(billing, query, filter == null ? bare : bare.where(filter), span, cancellation).stream()
                .filter(each -> each.currency().equals(budget.amount().currency()) && each.length() >= FEWEST_DAYS)
                .findFirst().map(costs -> {
                    int horizon = horizon(costs.ahead(), query.months());
                    return new Outlook(costs, fits.ahead(costs, horizon, Progress.NONE, cancellation), horizon,
                            filter == null ? query.roadmap().in(costs.currency(), only) : Roadmap.NONE);
                });
    }

    /// To the end of the last month: the running one counts only if some of its days are over.
    private static int horizon(LocalDate first, int months) {
        YearMonth last = YearMonth.from(first)
                .plusMonths(first.getDayOfMonth() == 1 ? Math.max(0, months - 1) : months);
        return (int) ChronoUnit.DAYS.between(first, last.atEndOfMonth()) + 1;
    }

    private static List<CostForecast.Recurring> recurring(Lumps lumps) {
        return lumps.recurring().stream()
                .map(each -> new CostForecast.Recurring(each.place(), Range.cents(each.middle()))).toList();
    }

    private static List<CostForecast.Single> singles(Lumps lumps, DailyCosts costs) {
        LocalDate first = costs.ahead().minusDays(lumps.rest().length);
        List<CostForecast.Single> singles = new ArrayList<>();
        lumps.singles().forEach((index, amount) -> singles
                .add(new CostForecast.Single(first.plusDays(index), Range.cents(amount))));
        return singles;
    }
}
