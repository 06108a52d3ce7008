package io.plimsoll.analysis.store;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamedValuesTest {
    @Test
    void namesAreBoundAsOftenAsTheyStand() {
        assertThat(NamedValues.bound("SELECT $a, $b, $a", Map.of("a", 1, "b", "x")))
                .isEqualTo(Sql.of("SELECT ?, ?, ?", 1, "x", 1));
    }

    @Test
    void namesInTextStay() {
        String sql = "SELECT '$a''$a', \"$a\" -- $a\n/* $a\n$a */ FROM t";
        assertThat(NamedValues.bound(sql, Map.of("a", 1))).isEqualTo(Sql.of(sql));
    }

    @Test
    void otherNamesStay() {
        assertThat(NamedValues.bound("SELECT $other, $1", Map.of("a", 1))).isEqualTo(Sql.of("SELECT $other, $1"));
    }

    @Test
    void literalsOfAnyLengthAreText() {
        String literal = "'" + "x".repeat(1_000_000) + "''".repeat(100_000) + " $a'";
        assertThat(NamedValues.bound("SELECT " + literal + ", $a", Map.of("a", 1)))
                .isEqualTo(Sql.of("SELECT " + literal + ", ?", 1));
    }
}
