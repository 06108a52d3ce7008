package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The answer to a `CostQuery` in one currency.
///
/// @param metric         which of the four costs
/// @param currency       of every amount here
/// @param from           first charge day asked for, or the first that is loaded
/// @param to             last charge day asked for, or the last that is loaded
/// @param incompleteFrom the first day whose charges have not all arrived, or null if all have
/// @param rows           by period, then the costliest first
/// @param total          of all charges that the question covers
/// @param residual       `total` minus what the rows show: what `top` cut off
/// @param fromCube       whether the daily cube answered; otherwise the rows did
/// @param sql            the statement with its values, to be shown
public record CostTable(CostMetric metric, String currency, LocalDate from, LocalDate to,
        @Nullable LocalDate incompleteFrom, List<Row> rows, BigDecimal total, BigDecimal residual, boolean fromCube,
        String sql) {
    /// One line.
    ///
    /// @param key    dimension as it was asked for to value; an empty text where the charges have none
    /// @param period first day of the day, week, month, quarter or year, null without a grain
    /// @param cost   in the table's currency
    public record Row(Map<String, String> key, @Nullable LocalDate period, BigDecimal cost) {}
}
