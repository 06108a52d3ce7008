package io.plimsoll.analysis.anomaly;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Counterfactual.Held;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class CounterfactualTest {
    @Test
    void theAmountsOfItsSentenceSubtractToTheCent() {
        Counterfactual then = PriceAndQuantity.of(Held.QUANTITY, "At the quantities of before",
                Money.of("1083.394", "USD"), Money.of("-903.525", "USD"), "");
        assertThat(then.difference()).isEqualTo(Money.of("-903.52500000", "USD"));
        assertThat(then.sentence()).isEqualTo(
                "At the quantities of before it would have cost 179.87 USD, 903.52 USD less.");
    }
}
