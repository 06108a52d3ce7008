package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// What a unit of work cost.
///
/// @param scope    whose work; `DriverQuantity.EVERYTHING` for the whole
/// @param days     first and last of the days that count: those of the period with a quantity
/// @param counted  how many days those are
/// @param quantity over these days
/// @param cost     of the scope over the same days
public record UnitCost(String driver, String scope, String unit, Days days, int counted, BigDecimal quantity,
        Money cost) {
    /// Cost by quantity, to 34 digits; empty if nothing was done.
    public Optional<BigDecimal> perUnit() {
        return quantity.signum() == 0
                ? Optional.empty()
                : Optional.of(cost.amount().divide(quantity, MathContext.DECIMAL128));
    }
}
