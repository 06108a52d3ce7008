package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.KeyedSeries;

/// Cost and quantity of a slice over some days.
///
/// @param quantity null if it was not measured in one unit
/// @param units    of the quantity, empty or one
record Amount(BigDecimal cost, @Nullable BigDecimal quantity, Set<String> units) {
    static final Amount NOTHING = new Amount(BigDecimal.ZERO, null, Set.of());

    static Amount of(KeyedSeries series) {
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

    /// With the same factor on cost and quantity, so at the same unit price.
    Amount times(BigDecimal factor) {
        return new Amount(cost.multiply(factor), quantity == null ? null : quantity.multiply(factor), units);
    }

    /// A quantity is known only if it is known of both in one unit.
    Amount plus(Amount other) {
        BigDecimal mine = quantity;
        BigDecimal theirs = other.quantity;
        boolean measured = mine != null && theirs != null && units.equals(other.units);
        return new Amount(cost.add(other.cost), measured && mine != null && theirs != null ? mine.add(theirs) : null,
                measured ? units : Set.of());
    }
}
