package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

import io.plimsoll.analysis.series.Robust;

/// An estimated amount of money with how far it may be off, rounded to cents. An estimate, and no sum of charges.
///
/// @param middle half of all outcomes lie above it: unlike their mean it is not drawn up by a few wild ones
/// @param low80  lower end of the interval that holds 80 % of outcomes
/// @param high80 its upper end
/// @param low95  lower end of that of 95 %
/// @param high95 its upper end
public record Range(BigDecimal middle, BigDecimal low80, BigDecimal high80, BigDecimal low95, BigDecimal high95) {
    /// Of drawn outcomes, at least one.
    static Range of(double[] outcomes) {
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        return new Range(cents(Robust.quantileOfSorted(sorted, 0.5)), cents(Robust.quantileOfSorted(sorted, 0.1)),
                cents(Robust.quantileOfSorted(sorted, 0.9)), cents(Robust.quantileOfSorted(sorted, 0.025)),
                cents(Robust.quantileOfSorted(sorted, 0.975)));
    }

    /// With an exact amount on top, rounded afterwards.
    Range plus(BigDecimal exact) {
        return new Range(sum(middle, exact), sum(low80, exact), sum(high80, exact), sum(low95, exact),
                sum(high95, exact));
    }

    private static BigDecimal sum(BigDecimal estimate, BigDecimal exact) {
        return estimate.add(exact).setScale(2, RoundingMode.HALF_EVEN);
    }

    static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }
}
