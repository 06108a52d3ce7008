package io.plimsoll.analysis.unit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTest {
    @Test
    void sumsAreOneACurrencyAndExact() {
        assertThat(Money.sums(List.of(Money.of("0.1", "USD"), Money.of("5", "EUR"), Money.of("0.2", "USD"))))
                .containsExactly(Money.of("5", "EUR"), Money.of("0.3", "USD"));
        assertThat(Money.sums(List.of())).isEmpty();
    }

    @Test
    void twoCurrenciesNeverAdd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")));
    }
}
