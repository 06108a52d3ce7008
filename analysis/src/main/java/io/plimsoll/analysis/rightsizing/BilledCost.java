package io.plimsoll.analysis.rightsizing;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What a workload's resources cost, as the bill says it.
///
/// @param effective effective cost of all its resources over `days`
/// @param days      complete days with the present size: the map's period, shortened to those after the last change in Git
public record BilledCost(Money effective, Days days) {
    /// Scaled to a month of 730 h: `effective × 730 / (24 × days)`, to the 18 decimals of a bill.
    public Money monthly() {
        BigDecimal hours = BigDecimal.valueOf(24L * days.count());
        return new Money(effective.amount().multiply(ResourceRates.MONTH_HOURS).divide(hours, ResourceRates.DECIMALS,
                RoundingMode.HALF_EVEN), effective.currency());
    }

    /// The formula with its numbers.
    public String formula() {
        return effective.rounded(2).plain() + " " + effective.currency() + " billed " + days.from() + " to " + days.to()
                + " × 730 h / " + 24L * days.count() + " h";
    }
}
