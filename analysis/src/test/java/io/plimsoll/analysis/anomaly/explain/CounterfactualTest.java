package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.Counterfactual.Held;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class CounterfactualTest {
    @Test
    void whatIsCreditedWouldNotHaveCostLessThanNothing() {
        PriceAndQuantity meters = new PriceAndQuantity(
                List.of(new Bridge.Item("paid", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE),
                        new Bridge.Item("credited", BigDecimal.TEN, BigDecimal.TEN, new BigDecimal("-0.5"),
                                BigDecimal.ONE)),
                "Hours");
        assertThat(meters.counterfactuals("USD")).last()
                .satisfies(
                        each -> assertThat(each.sentence()).isEqualTo("At the quantities of before it would have cost "
                                + "9.50 USD, 9.00 USD more. What has no usable quantity is left as it is."));
        assertThat(meters.unitPrice("USD")).isEmpty();
    }

    @Test
    void theAmountsOfItsSentenceSubtractToTheCent() {
        Counterfactual then = PriceAndQuantity.of(Held.QUANTITY, "At the quantities of before",
                Money.of("1083.394", "USD"), Money.of("-903.525", "USD"), "");
        assertThat(then.difference()).isEqualTo(Money.of("-903.52500000", "USD"));
        assertThat(then.sentence()).isEqualTo(
                "At the quantities of before it would have cost 179.87 USD, 903.52 USD less.");
    }
}
