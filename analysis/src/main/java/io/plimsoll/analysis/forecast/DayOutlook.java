package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What a day may cost. Ends of days never add up to ends of months.
///
/// @param base        without what is planned
/// @param plannedLow  from here ...
/// @param plannedHigh ... to here in 80 % of outcomes with what is planned on top of the middle of `base`
public record DayOutlook(LocalDate day, Range base, BigDecimal plannedLow, BigDecimal plannedHigh) {}
