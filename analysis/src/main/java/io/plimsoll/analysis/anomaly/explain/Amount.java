package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.Bridge;
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

    /// One step of a bridge from this to what came after. Where the bill went over to another unit, as from hours to seconds, the
    /// quantities say nothing of each other.
    Bridge.Item to(String name, Amount after) {
        boolean comparable = units.isEmpty() || after.units.isEmpty() || units.equals(after.units);
        return new Bridge.Item(name, cost, comparable ? quantity : null, after.cost, after.quantity);
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
