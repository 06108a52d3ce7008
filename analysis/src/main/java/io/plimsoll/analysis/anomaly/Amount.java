package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.KeyedSeries;

/// Cost and quantity of a slice over some days.
///
/// @param quantity null if it was not measured in one unit
/// @param units    of the quantity, empty or one
record Amount(BigDecimal cost, @Nullable BigDecimal quantity, Set<String> units) {
    static Amount of(@Nullable KeyedSeries series) {
        if (series == null) {
            return new Amount(BigDecimal.ZERO, null, Set.of());
        }
        BigDecimal cost = BigDecimal.ZERO;
        double quantity = 0;
        for (int i = 0; i < series.length(); i++) {
            cost = cost.add(series.cost()[i]);
            quantity += series.quantity()[i];
        }
        boolean measured = !series.unit().isEmpty() && Double.isFinite(quantity);
        return new Amount(cost, measured ? BigDecimal.valueOf(quantity) : null,
                measured ? Set.of(series.unit()) : Set.of());
    }

    /// Scaled from one number of days to another.
    Amount times(int days, int of) {
        BigDecimal factor = BigDecimal.valueOf(days).divide(BigDecimal.valueOf(of), MathContext.DECIMAL128);
        return new Amount(cost.multiply(factor), quantity == null ? null : quantity.multiply(factor), units);
    }
}
