package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/// What a month will come to.
///
/// @param actual         exact cost of its complete days
/// @param completeDays   how many these are
/// @param base           total without what is planned: actual and estimate
/// @param planned        what the roadmap adds, all zero without one
/// @param total          base and planned together; its ends are of the sums, not sums of ends
/// @param runRate        actual, every other day like its weekday in the last four weeks, and fees that come back: what comes if nothing is done;
///                       an estimate
/// @param budget         the month's budget for the same charges, null without one
/// @param chanceToExceed share of outcomes above the budget; empty without one
public record MonthOutlook(YearMonth month, BigDecimal actual, int completeDays, Range base, Range planned, Range total,
        BigDecimal runRate, @Nullable BigDecimal budget, OptionalDouble chanceToExceed) {}
