package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.Comparison;

/// Everything that the overview shows about cost, for one filter.
///
/// @param cost      of the filter's metric over its period
/// @param second    of another metric over the same period
/// @param moved     by the first dimension of the grouping, complete days of both stretches; null if they can't be compared
/// @param dimension by which it is grouped
/// @param groups    of the filter's metric over its period by that dimension
/// @param daily     a number a day, for the eye
/// @param hasClone  whether there are commits to mark
/// @param trust     the checks
record OverviewFigures(Filter filter, BillingSpan span, CostTable cost, CostMetric secondMetric, CostTable second,
        Optional<Comparison> comparison, @Nullable Movement moved, String dimension, CostTable groups, RunRate runRate,
        DailySeries daily, boolean hasClone, List<Trust.Line> trust) {
    /// Those of `daily`.
    Days days() {
        return new Days(daily.start(), daily.day(daily.length() - 1));
    }

    Money money(java.math.BigDecimal amount) {
        return new Money(amount, filter.currency());
    }

    /// The movement over what it was before; `NaN` without one.
    double change() {
        if (moved == null) {
            return Double.NaN;
        }
        java.math.BigDecimal before = moved.lines().stream().map(Movement.Line::before)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        return share(moved.total(), before);
    }

    /// `NaN` if the whole is not positive: a share of a credit says nothing.
    static double share(java.math.BigDecimal part, java.math.BigDecimal whole) {
        return whole.signum() <= 0 ? Double.NaN : part.doubleValue() / whole.doubleValue();
    }
}
