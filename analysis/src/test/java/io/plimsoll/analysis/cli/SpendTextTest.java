package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.forecast.CostForecast.Single;

import static org.assertj.core.api.Assertions.assertThat;

class SpendTextTest {
    private static List<Single> daily(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Single(LocalDate.parse("2026-08-27").plusDays(i), new BigDecimal("3.6"))).toList();
    }

    @Test
    void aFewSinglesAreNamed() {
        assertThat(SpendText.singles(daily(2))).containsExactly("Once, not expected again: 3.60 on 2026-08-27.",
                "Once, not expected again: 3.60 on 2026-08-28.");
    }

    @Test
    void aFeeOfEveryDayIsNotListedDayByDay() {
        assertThat(SpendText.singles(daily(11))).containsExactly(
                "Not expected again: 11 charges of taxes, purchases, credits and the like, 39.60 in all, from 2026-08-27 "
                        + "to 2026-09-06.");
    }
}
