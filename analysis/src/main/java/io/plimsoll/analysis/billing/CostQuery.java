package io.plimsoll.analysis.billing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// A question about cost. Charges count on the UTC day on which their charge period starts.
///
/// @param by        dimensions: FOCUS columns (deprecated names, too), `tag:KEY`, `x_NAME` or `Source`; may be empty
/// @param metric    which of the four costs
/// @param from      first charge day, or null for all
/// @param to        last charge day, or null for all
/// @param grain     how the time is cut
/// @param filters   all must hold
/// @param top       how many keys at most in each currency, the costliest first; 0 for all
/// @param usageOnly leave out taxes, credits, purchases, adjustments, and corrections of earlier periods
public record CostQuery(List<String> by, CostMetric metric, @Nullable LocalDate from, @Nullable LocalDate to,
        Grain grain,
        List<CostFilter> filters, int top, boolean usageOnly) {
    public CostQuery {
        by = List.copyOf(by);
        filters = List.copyOf(filters);
        if (by.stream().distinct().count() != by.size()) {
            throw StepFailure.wrongUsage("REPEATED_DIMENSION",
                    "A dimension is named twice: " + String.join(", ", by) + ".",
                    "Name each dimension once.");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw StepFailure.wrongUsage("PERIOD", "The period ends (" + to + ") before it starts (" + from + ").",
                    "Swap the two days.");
        }
    }

    /// Everything, over all time.
    public static CostQuery by(CostMetric metric, String... dimensions) {
        return new CostQuery(List.of(dimensions), metric, null, null, Grain.NONE, List.of(), 0, false);
    }

    public CostQuery within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new CostQuery(by, metric, first, last, grain, filters, top, usageOnly);
    }

    public CostQuery per(Grain newGrain) {
        return new CostQuery(by, metric, from, to, newGrain, filters, top, usageOnly);
    }

    public CostQuery where(CostFilter filter) {
        List<CostFilter> more = new ArrayList<>(filters);
        more.add(filter);
        return new CostQuery(by, metric, from, to, grain, more, top, usageOnly);
    }

    /// Of one slice of the bill: all dimensions must have these values; an empty one stands for charges without one.
    public CostQuery where(Map<String, String> slice) {
        List<CostFilter> more = new ArrayList<>(filters);
        slice.forEach((dimension, value) -> more.add(CostFilter.is(dimension, value)));
        return new CostQuery(by, metric, from, to, grain, more, top, usageOnly);
    }

    public CostQuery first(int count) {
        return new CostQuery(by, metric, from, to, grain, filters, count, usageOnly);
    }

    public CostQuery onlyUsage() {
        return new CostQuery(by, metric, from, to, grain, filters, top, true);
    }

    /// How the time is cut. A month is a charge month; for invoice months ask by `BillingPeriodStart`. Weeks start on Monday, quarters
    /// and years are those of the calendar.
    public enum Grain {
        NONE, DAY, WEEK, MONTH, QUARTER, YEAR;

        /// The first day of the step in which a day lies; for `NONE` the day itself.
        public LocalDate start(LocalDate day) {
            return switch (this) {
                case NONE, DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /// The last day of the step that starts on `start`.
        public LocalDate end(LocalDate start) {
            return switch (this) {
                case NONE, DAY -> start;
                case WEEK -> start.plusDays(6);
                case MONTH -> start.plusMonths(1).minusDays(1);
                case QUARTER -> start.plusMonths(3).minusDays(1);
                case YEAR -> start.plusYears(1).minusDays(1);
            };
        }
    }
}
