package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What a unit of work cost.
///
/// @param scope    whose work; `DriverQuantity.EVERYTHING` for the whole
/// @param days     first and last day of the period with a quantity
/// @param counted  how many days have both a quantity and a cost; only these count
/// @param skipped  how many days have a quantity and no cost
/// @param quantity over the days that count
/// @param cost     of the scope over the same days; null if nothing that costs is called so
public record UnitCost(String driver, String scope, String unit, Days days, int counted, int skipped,
        BigDecimal quantity, @Nullable Money cost) {
    /// Cost by quantity, to 34 digits; empty without a cost, and if nothing was done.
    public Optional<BigDecimal> perUnit() {
        return cost == null || quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(cost.amount().divide(quantity, MathContext.DECIMAL128));
    }
}
