package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunRateTest {
    private static final LocalDate START = LocalDate.parse("2026-10-01");

    private static BigDecimal[] weekdays(int days, String working, String weekend) {
        return IntStream.range(0, days).mapToObj(START::plusDays)
                .map(day -> new BigDecimal(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? weekend : working))
                .toArray(BigDecimal[]::new);
    }

    @Test
    void theDaysToComeAreLikeTheirWeekdays() {
        BigDecimal[] cost = weekdays(29, "10", "4");
        RunRate rate = RunRate.of(LocalDate.parse("2026-10-29"), START, cost, cost, "USD");
        assertThat(rate.actual().amount()).isEqualByComparingTo("242");
        assertThat(rate.amount().amount()).isEqualByComparingTo("256");
        assertThat(rate.days()).isEqualTo(29);
        assertThat(rate.estimated()).isEqualTo(2);
    }

    @Test
    void aPurchaseCountsOnceAndIsNotExtrapolated() {
        BigDecimal[] usage = weekdays(29, "10", "10");
        BigDecimal[] cost = Arrays.copyOf(usage, usage.length);
        cost[29 - 1 - 6] = new BigDecimal("3010");
        RunRate rate = RunRate.of(LocalDate.parse("2026-10-29"), START, cost, usage, "USD");
        assertThat(rate.amount().amount()).isEqualByComparingTo("3310");
    }

    @Test
    void aMonthThatIsOverIsWhatItWas() {
        BigDecimal[] cost = weekdays(31, "1.25", "1.25");
        RunRate rate = RunRate.of(LocalDate.parse("2026-10-31"), START, cost, cost, "USD");
        assertThat(rate.amount().amount()).isEqualByComparingTo("38.75");
        assertThat(rate.estimated()).isZero();
    }
}
