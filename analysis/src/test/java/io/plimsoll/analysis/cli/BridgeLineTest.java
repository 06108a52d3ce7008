package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Bridge.Item;
import io.plimsoll.analysis.anomaly.cause.Cause;

import static org.assertj.core.api.Assertions.assertThat;

class BridgeLineTest {
    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void onlyStepsThatAreSomethingAreNamedAndTheyAddUpToTheCent() {
        Bridge bridge = Bridge.of(List.of(new Item("a", of("10"), of("5"), of("24"), of("10")),
                new Item("b", of("0"), null, of("3.005"), of("1"))), true);
        assertThat(BridgeLine.of(bridge, "USD")).isEqualTo(
                "From 10.00 expected to 27.00 USD: quantity +10.00, unit price +4.00, started +3.00.");
    }

    @Test
    void itsSumIsTheImpactAsItIsWrittenElsewhere() {
        Bridge drop = Bridge.of(List.of(new Item("a", of("349.056"), of("4"), of("87.264"), of("1"))), true);
        assertThat(BridgeLine.of(drop, "USD")).isEqualTo("From 349.05 expected to 87.26 USD: quantity -261.79.");
    }

    @Test
    void aCauseWithoutAValueIsNamed() {
        assertThat(CauseLines.named(new Cause(Map.of("tag:team", ""), 1, BigDecimal.ONE, 1)))
                .isEqualTo("tag:team=(none)");
    }

    @Test
    void aBridgeWithoutStepsSaysSo() {
        Bridge bridge = Bridge.of(List.of(new Item("a", of("10"), of("5"), of("10"), of("5"))), true);
        assertThat(BridgeLine.of(bridge, "EUR")).isEqualTo("From 10.00 expected to 10.00 EUR: nothing moved.");
    }
}
