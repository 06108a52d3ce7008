package io.plimsoll.analysis.allocation.split;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Whatever is divided, and by whatever, the parts add up to it.
class ApportionTest {
    private static List<BigDecimal> weights(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    private static List<String> parts(String total, String... weights) {
        return Apportion.of(new BigDecimal(total), weights(weights)).stream()
                .map(part -> part.stripTrailingZeros().toPlainString()).toList();
    }

    @Test
    void theUnitsThatAreLeftGoToTheLargestRemainders() {
        assertThat(parts("1", "1", "1", "1")).containsExactly("0.3333333334", "0.3333333333", "0.3333333333");
        assertThat(parts("0.0000000001", "1", "2", "1")).containsExactly("0", "0.0000000001", "0");
        assertThat(parts("-1", "1", "2")).containsExactly("-0.3333333333", "-0.6666666667");
        assertThat(parts("100", "3", "0", "1")).containsExactly("75", "0", "25");
    }

    @Test
    void weightsOfNothingMeanEqualParts() {
        assertThat(parts("9", "0", "0", "0")).containsExactly("3", "3", "3");
        assertThat(parts("0", "1", "1")).containsExactly("0", "0");
    }

    @Test
    void theBillsOwnDigitsAreKept() {
        assertThat(parts("0.000000000000000001", "1", "1")).containsExactly("0.000000000000000001", "0");
    }

    @Test
    void anyAmountByAnyWeightsAddsUpAndNoPartIsAUnitOff() {
        Random random = new Random(22);
        for (int run = 0; run < 2000; run++) {
            int scale = random.nextInt(19);
            BigDecimal total = BigDecimal.valueOf(random.nextLong(), scale);
            List<BigDecimal> weights = Stream.generate(
                    () -> random.nextInt(5) == 0 ? BigDecimal.ZERO : new BigDecimal(random.nextDouble()))
                    .limit(1 + random.nextInt(40)).toList();
            List<BigDecimal> parts = Apportion.of(total, weights);
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
            BigDecimal unit = BigDecimal.valueOf(1, Math.max(10, total.stripTrailingZeros().scale()));
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int i = 0; i < parts.size() && sum.signum() > 0; i++) {
                BigDecimal off = parts.get(i).multiply(sum).subtract(total.multiply(weights.get(i))).abs();
                assertThat(off).isLessThan(unit.multiply(sum));
            }
        }
    }

    @Test
    void nothingCanBeDividedByLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> parts("1", "1", "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> parts("1"));
    }
}
