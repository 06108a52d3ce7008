package io.plimsoll.analysis.billing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// The days that are loaded.
///
/// @param first        first charge day
/// @param last         last charge day
/// @param lastComplete the last day whose charges seem to have all arrived: providers deliver the newest days late
public record BillingSpan(LocalDate first, LocalDate last, LocalDate lastComplete) {
    public @Nullable LocalDate incompleteFrom() {
        return lastComplete.isBefore(last) ? lastComplete.plusDays(1) : null;
    }
}
