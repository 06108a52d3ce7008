package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides an amount by weights so that the parts add up to it exactly: each part is cut towards zero, and the units that are
/// left go one each to the largest remainders (Hamilton's method), of equal ones to the first.
public final class Apportion {
    /// More digits than any price has; a bill's own digits are kept when there are more.
    private static final int DECIMALS = 10;

    private Apportion() {
    }

    /// @param weights none negative; all 0 for equal parts; at least one
    /// @return one amount a weight, in their order
    public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("Can't divide by the weights " + weights);
        }
        return sum.signum() == 0
                ? divided(total, weights.stream().map(weight -> BigDecimal.ONE).toList(),
                        BigDecimal.valueOf(weights.size()))
                : divided(total, weights, sum);
    }

    private static List<BigDecimal> divided(BigDecimal total, List<BigDecimal> weights, BigDecimal sum) {
        int scale = Math.max(DECIMALS, total.stripTrailingZeros().scale());
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal left = total;
        for (BigDecimal weight : weights) {
            BigDecimal exact = total.multiply(weight);
            BigDecimal part = exact.divide(sum, scale, RoundingMode.DOWN);
            parts.add(part);
            remainders.add(exact.subtract(part.multiply(sum)).abs());
            left = left.subtract(part);
        }
        BigDecimal unit = new BigDecimal(BigInteger.valueOf(total.signum()), scale);
        int units = left.signum() == 0 ? 0 : left.divideToIntegralValue(unit).intValueExact();
        IntStream.range(0, weights.size()).boxed().sorted(Comparator.comparing(remainders::get).reversed())
                .limit(units).forEach(index -> parts.set(index, parts.get(index).add(unit)));
        return parts;
    }
}
