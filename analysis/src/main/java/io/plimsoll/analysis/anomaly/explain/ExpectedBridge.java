package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.anomaly.cause.Bridge;

/// A bridge that starts from what the detector expected of a slice: its meters as they were on earlier days that are alike, at their unit
/// prices of then, all scaled alike until they cost what was expected. So its steps add up to the finding's impact.
final class ExpectedBridge {
    private ExpectedBridge() {
    }

    /// @param now    by meter
    /// @param past   by meter, on whatever number of days
    /// @param impact cost over expectation
    static Bridge of(Map<String, Amount> now, Map<String, Amount> past, BigDecimal impact) {
        BigDecimal expected = total(now).subtract(impact);
        BigDecimal whole = total(past);
        BigDecimal factor = whole.signum() == 0
                ? BigDecimal.ZERO
                : expected.divide(whole, MathContext.DECIMAL128);
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(past.keySet());
        Set<String> units = new TreeSet<>();
        List<Bridge.Item> items = new ArrayList<>();
        BigDecimal left = expected;
        for (String name : names) {
            Amount after = now.getOrDefault(name, Amount.NOTHING);
            Amount earlier = past.getOrDefault(name, Amount.NOTHING).times(factor);
            units.addAll(after.units());
            left = left.subtract(earlier.cost());
            items.add(earlier.to(name, after));
        }
        if (left.signum() != 0) {
            items.add(new Bridge.Item("", left, null, BigDecimal.ZERO, null));
        }
        return Bridge.of(items, units.size() == 1);
    }

    private static BigDecimal total(Map<String, Amount> amounts) {
        return amounts.values().stream().map(Amount::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
