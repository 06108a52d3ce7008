package io.plimsoll.analysis.rightsizing.cash;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import io.plimsoll.analysis.billing.CommitmentUse;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.unit.Days;

/// A share of a workload's charges that goes away.
///
/// @param charges of the workload's resources within `days`, of one currency
/// @param days    complete ones, over which a month is scaled
/// @param share   that is freed, at most 1; below 0 if that much more is used
public record FreedUsage(List<CommitmentUse.Charged> charges, Days days, BigDecimal share) {
    /// Of a month of 730 h.
    BigDecimal scale() {
        return ResourceRates.MONTH_HOURS.divide(BigDecimal.valueOf(24L * days.count()), MathContext.DECIMAL128);
    }

    public FreedUsage of(BigDecimal other) {
        return new FreedUsage(charges, days, other);
    }
}
