package io.plimsoll.analysis.observability;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Effective cost of a charge month.
///
/// @param month first day
/// @param whole whether all of its days are loaded and complete
public record MonthCost(LocalDate month, BigDecimal cost, boolean whole) {}
