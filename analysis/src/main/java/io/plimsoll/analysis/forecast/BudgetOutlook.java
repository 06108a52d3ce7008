package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/// How a budget will fare.
///
/// @param actual         exact cost of the period's complete days
/// @param total          what the period will come to, an estimate; null where `gap` says why it can't be told
/// @param chanceToExceed share of outcomes above the budget; empty as `total` is
/// @param planned        whether the roadmap counts
/// @param gap            why there is no total; empty if there is
public record BudgetOutlook(Budget budget, BigDecimal actual, @Nullable Range total, OptionalDouble chanceToExceed,
        boolean planned, String gap) {}
