package io.plimsoll.analysis.unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"1000m,1", "1Gi,1024Mi", "0.5,500m", "1e3,1k", "512m,0.512", ".5Gi,512Mi", "1E,1000P"})
    void sameAmountHoweverWritten(String left, String right) {
        assertThat(Quantity.parse(left).sameAmount(Quantity.parse(right))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gi", "1gi", "8 Gi", "{{ x }}", "1.2.3", "2GiB"})
    void otherTextIsNoQuantity(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cpuAndBytesPrintTheShortKubernetesForm() {
        assertThat(Cpu.parse("1500m")).hasToString("1500m");
        assertThat(Cpu.parse("2.0")).hasToString("2");
        assertThat(Bytes.parse("1024Mi")).hasToString("1Gi");
        assertThat(Bytes.parse("1.5Gi")).hasToString("1536Mi");
        assertThat(Bytes.parse("1001Mi").roundedUpTo(256 * Bytes.MI)).hasToString("1Gi");
    }

    @Test
    void currenciesNeverAdd() {
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Money.of("1.10", "USD").plus(Money.of("2.20", "USD")).plain()).isEqualTo("3.3");
        assertThat(Money.of("1E+3", "USD").plain()).isEqualTo("1000");
    }
}
