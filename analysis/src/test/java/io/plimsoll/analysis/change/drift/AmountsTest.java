package io.plimsoll.analysis.change.drift;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.unit.Quantity;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTest {
    private static final List<String> SUFFIXES = List.of("", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti");

    @Test
    void anAmountIsTheSameUnderEverySuffixThatCanSayIt() {
        Random random = new Random(36);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 1L << 44));
            String one = written(amount, SUFFIXES.get(random.nextInt(SUFFIXES.size())));
            String other = written(amount, SUFFIXES.get(random.nextInt(SUFFIXES.size())));
            assertThat(Amounts.same(one, other)).as("%s and %s", one, other).isTrue();
            String more = written(amount.add(new BigDecimal("0.001")), "");
            assertThat(Amounts.same(one, more)).as("%s and %s", one, more).isFalse();
            assertThat(Amounts.same(more, one)).isFalse();
        }
    }

    @Test
    void eachSideIsReadInItsOwnGrammar() {
        assertThat(Amounts.same(UnitGrammar.KUBERNETES, "16Gi", UnitGrammar.JVM, "16384m")).isTrue();
        assertThat(Amounts.same(UnitGrammar.KUBERNETES, "512m", UnitGrammar.JVM, "512m")).isFalse();
        assertThat(Amounts.same(UnitGrammar.FLINK, "1 gb", UnitGrammar.KUBERNETES, "1Gi")).isTrue();
    }

    @Test
    void whatIsNoAmountIsComparedAsText() {
        assertThat(Amounts.same(UnitGrammar.TEXT, "gp3", UnitGrammar.TEXT, " gp3")).isTrue();
        assertThat(Amounts.same(UnitGrammar.TEXT, "gp3", UnitGrammar.TEXT, "gp2")).isFalse();
        assertThat(Amounts.same("1", "x")).isFalse();
    }

    private static String written(BigDecimal amount, String suffix) {
        // Binary suffixes divide without an end only by 2, so every quotient is finite.
        return amount.divide(Quantity.factor(suffix)).toPlainString() + suffix;
    }
}
