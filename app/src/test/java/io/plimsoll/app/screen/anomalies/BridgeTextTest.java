package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Bridge.Item;

import static org.assertj.core.api.Assertions.assertThat;

class BridgeTextTest {
    @Test
    void moreOfTheSameIsQuantityNotPrice() {
        assertThat(sentence(item("a", "100", "50", "218.654", "109")))
                .isEqualTo("Quantity, not price: usage +118\u202f%, unit price +0.3\u202f%.");
    }

    @Test
    void aDearerUnitIsPriceNotQuantity() {
        assertThat(sentence(item("nat", "45", "1000", "58.941", "999")))
                .isEqualTo("Price, not quantity: usage \u22120.1\u202f%, unit price +31\u202f%.");
    }

    @Test
    void whatMovesBothIsSaidToMoveBoth() {
        assertThat(sentence(item("a", "100", "10", "240", "20"))).startsWith("Quantity and price: usage +100");
    }

    @Test
    void whatCostNothingBeforeHasNoRates() {
        assertThat(sentence(item("new", "0", null, "30", "3"))).isEqualTo("Items that cost nothing before.");
    }

    @Test
    void anEndedItemDoesNotDiluteTheRatesOfTheOthers() {
        assertThat(sentence(item("a", "100", "10", "200", "20"), item("gone", "10", "1", "0", null)))
                .isEqualTo("Quantity, not price: usage +100\u202f%, unit price 0.0\u202f%.");
    }

    @Test
    void noRatesAreGivenWhereAQuantityIsMissing() {
        assertThat(sentence(item("a", "100", "10", "200", "20"), item("b", "5", null, "6", null)))
                .isEqualTo("Quantity, not price: Part of it has no usable quantity, so no rates are given.");
    }

    @Test
    void theAmountsAddUpAndNothingIsListedThatIsNothing() {
        BridgeText text = new BridgeText(Bridge.of(List.of(item("a", "100", "50", "218.654", "109")), true), "USD");
        assertThat(text.lines()).extracting(BridgeText.Line::key).containsExactly("before", "volume", "price", "after");
        assertThat(text.lines()).extracting(BridgeText.Line::text).containsExactly("$100.00", "+$118", "+$0.65",
                "$218.65");
    }

    private static String sentence(Item... items) {
        return new BridgeText(Bridge.of(List.of(items), true), "USD").sentence();
    }

    private static Item item(String name, String before, String usedBefore, String after, String usedAfter) {
        return new Item(name, new BigDecimal(before), quantity(usedBefore), new BigDecimal(after), quantity(usedAfter));
    }

    private static BigDecimal quantity(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
