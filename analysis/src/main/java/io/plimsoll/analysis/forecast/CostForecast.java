package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;

/// Cost of one question in one currency, continued. Amounts of complete days are exact, all others are estimates.
///
/// @param query     the charges behind it
/// @param key       dimension to value; empty without a group
/// @param start     the day of `actual[0]`
/// @param actual    exact, one a complete day; not copied: don't change it
/// @param days      from the first day that is not complete
/// @param months    the running month, if some of its days are still to come, and those after it
/// @param budgets   all budgets in this currency
/// @param methods   ids of the forecasters
/// @param backtest  of single days
/// @param totals    of totals of 30 days
/// @param recurring charges that come back on a day of the month and are added on it
/// @param singles   charges that came once and are not expected again
@SuppressWarnings("ArrayRecordComponent") // Long series are handed over, not copied.
public record CostForecast(CostQuery query, Map<String, String> key, String currency, LocalDate start,
        BigDecimal[] actual, List<DayOutlook> days, List<MonthOutlook> months, List<BudgetOutlook> budgets,
        List<String> methods, Backtest backtest, TotalsBacktest totals, List<Recurring> recurring,
        List<Single> singles) {
    public CostMetric metric() {
        return query.metric();
    }

    /// The forecasters in the user's words: `Exponential smoothing, Seasonal median`.
    public String methodTitles() {
        return methods.stream().map(Forecasters::title).collect(Collectors.joining(", "));
    }

    /// The last complete day.
    public LocalDate complete() {
        return start.plusDays(actual.length - 1L);
    }

    /// A charge that comes every month.
    ///
    /// @param dayOfMonth 0 for the last day
    /// @param amount     the middle of its last amounts, an estimate
    public record Recurring(int dayOfMonth, BigDecimal amount) {}

    /// A charge that came once: a purchase, a correction.
    ///
    /// @param amount by which the day stood out, an estimate
    public record Single(LocalDate day, BigDecimal amount) {}
}
