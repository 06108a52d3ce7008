package io.plimsoll.analysis.allocation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostMetric;

/// A question about the cost of a unit of work.
///
/// @param driver     which driver; null for all
/// @param dimension  a dimension of the bill whose values are the drivers' scopes; null to take the groups of `allocation`
/// @param allocation which cost: its metric and days, and without a dimension its groups and rules
public record UnitCostQuery(@Nullable String driver, @Nullable String dimension, AllocationQuery allocation) {
    CostMetric metric() {
        return allocation.metric();
    }

    @Nullable
    LocalDate from() {
        return allocation.from();
    }

    @Nullable
    LocalDate to() {
        return allocation.to();
    }
}
