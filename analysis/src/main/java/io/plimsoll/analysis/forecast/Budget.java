package io.plimsoll.analysis.forecast;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What may be spent in a month, a quarter or a year.
///
/// @param period as it was written: `2026-11`, `2026-Q4` or `2026`
/// @param days   the same as days
/// @param amount the budget
/// @param filter of which charges; null for the whole bill
public record Budget(String period, Days days, Money amount, @Nullable CostFilter filter) {
    /// Whether it is of a single month.
    public boolean isMonthly() {
        return days.count() <= 31;
    }
}
