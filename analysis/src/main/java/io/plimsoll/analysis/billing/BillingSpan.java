package io.plimsoll.analysis.billing;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;

/// The days that are loaded.
///
/// @param first        first charge day
/// @param last         last charge day
/// @param lastComplete the last day whose charges seem to have all arrived: providers deliver the newest days late
public record BillingSpan(LocalDate first, LocalDate last, LocalDate lastComplete) {
    /// The latest month that is over and has arrived, whether or not the bill reaches back to its first day.
    public Days latestMonth() {
        LocalDate first = lastComplete.plusDays(1).withDayOfMonth(1).minusMonths(1);
        return new Days(first, first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    public @Nullable LocalDate incompleteFrom() {
        return lastComplete.isBefore(last) ? lastComplete.plusDays(1) : null;
    }
}
