package io.plimsoll.analysis.manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitGrammarTest {
    @ParameterizedTest
    @CsvSource({"KUBERNETES, 500m, 2, 2000m", "KUBERNETES, 2, 1500m, 1500m", "KUBERNETES, 0.5, 750m, 0.75",
        "KUBERNETES, 2, 3, 3", "KUBERNETES, 8Gi, 6144Mi, 6Gi", "KUBERNETES, 8Gi, 6500Mi, 6500Mi",
        "KUBERNETES, 512Mi, 8Gi, 8192Mi", "KUBERNETES, 1.5Gi, 2304Mi, 2.25Gi", "KUBERNETES, 1G, 1500M, 1500M",
        "KUBERNETES, 1G, 1Gi, 1Gi", "KUBERNETES, 1073741824, 2Gi, 2147483648", "KUBERNETES, 512m, 1Gi, 1Gi",
        "KUBERNETES, 100m, 0.0005, 500u", "KUBERNETES, '', 777Mi, 777Mi", "JVM, 8g, 777Mi, 777m",
        "JVM, 8g, 6Gi, 6g", "JVM, 512M, 2Gi, 2048M", "JVM, 4gb, 2Gi, 2gb", "JVM, 384, 1Gi, 1024",
        "JVM, 8g, 512m, 512m", "JVM, 8g, 1500, 1500m", "JVM, 8Gi, 6144Mi, 6Gi", "JVM, '', 1536Mi, 1536m",
        "FLINK, 2048m, 1Gi, 1024m",
        "FLINK, 2 gb, 3Gi, 3 gb", "FLINK, 1073741824, 2Gi, 2147483648", "INTEGER, 3, 4, 4", "INTEGER, 3, 2000m, 2",
        "DECIMAL, 1.5, 500m, 0.5", "DECIMAL, 2, 1.25, 1.25", "TEXT, a, b c, b c"})
    void theAuthorsUnitIsKept(UnitGrammar grammar, String author, String wanted, String expected) {
        assertThat(grammar.write(author, wanted)).isEqualTo(expected);
    }

    @Test
    void amountsWithAUnitOfTheirOwnAreWrittenInThePlacesGrammar() {
        assertThat(UnitGrammar.JVM.write("8g", new Bytes(777 * Bytes.MI))).isEqualTo("777m");
        assertThat(UnitGrammar.KUBERNETES.write("8Gi", Bytes.ofGi(6.5))).isEqualTo("6656Mi");
        assertThat(UnitGrammar.KUBERNETES.write("2", Cpu.ofMillis(250))).isEqualTo("250m");
        assertThat(UnitGrammar.DECIMAL.write("1.0", Cpu.ofMillis(250))).isEqualTo("0.25");
        assertThat(UnitGrammar.INTEGER.write("3", 5)).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({"KUBERNETES, 8Gi, 8GB", "JVM, 8g, 8Q", "INTEGER, 3, 2.5", "INTEGER, 3, 1500m", "DECIMAL, 1, x",
        "KUBERNETES, 1, ''"})
    void whatIsNotOfTheGrammarIsWrongUsage(UnitGrammar grammar, String author, String wanted) {
        assertThatThrownBy(() -> grammar.write(author, wanted)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("UNIT"));
    }

    @ParameterizedTest
    @CsvSource({"KUBERNETES, 512m, 0.512", "JVM, 512m, 536870912", "FLINK, 512m, 536870912", "JVM, 2, 2097152",
        "FLINK, 2, 2", "KUBERNETES, 1Gi, 1073741824", "INTEGER, 7, 7", "DECIMAL, 0.5, 0.5"})
    void theSameTextIsDifferentAmounts(UnitGrammar grammar, String text, String amount) {
        assertThat(grammar.amount(text)).isEqualByComparingTo(amount);
    }

    @Test
    void negativeAmountIsRefused() {
        assertThatThrownBy(() -> UnitGrammar.KUBERNETES.write("500m", "-1")).isInstanceOf(StepFailure.class);
        assertThatThrownBy(() -> UnitGrammar.INTEGER.write("3", "-1")).isInstanceOf(StepFailure.class);
    }

    @Test
    void numbersThatNobodyCanWriteAreRefused() {
        assertThatThrownBy(() -> UnitGrammar.DECIMAL.write("1", "1e999999999")).extracting("code").isEqualTo("UNIT");
        assertThatThrownBy(() -> UnitGrammar.JVM.write("8g", "1e30")).extracting("code").isEqualTo("UNIT");
    }
}
