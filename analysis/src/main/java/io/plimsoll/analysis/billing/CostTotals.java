package io.plimsoll.analysis.billing;

import java.math.BigDecimal;

/// The sums of the four costs of some rows in one currency. They are not parts of a whole: never add one to another.
public record CostTotals(BigDecimal billed, BigDecimal effective, BigDecimal list, BigDecimal contracted) {
    public static final CostTotals ZERO = new CostTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
            BigDecimal.ZERO);

    /// Other rows of the same currency added.
    public CostTotals plus(CostTotals other) {
        return new CostTotals(billed.add(other.billed), effective.add(other.effective), list.add(other.list),
                contracted.add(other.contracted));
    }

    public BigDecimal of(CostMetric metric) {
        return switch (metric) {
            case BILLED -> billed;
            case EFFECTIVE -> effective;
            case LIST -> list;
            case CONTRACTED -> contracted;
        };
    }
}
