package io.plimsoll.app.screen;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.Filter.Compare;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    private static final BillingSpan SPAN = new BillingSpan(day("2026-07-01"), day("2026-10-31"), day("2026-10-29"));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Days days(String from, String to) {
        return new Days(day(from), day(to));
    }

    private static Filter filter(String from, String to) {
        return Filter.of(days(from, to), "USD");
    }

    @Test
    void aWholeMonthIsHeldAgainstTheWholeMonthBefore() {
        assertThat(Comparison.of(filter("2026-09-01", "2026-09-30"), SPAN))
                .contains(new Comparison(days("2026-09-01", "2026-09-30"), days("2026-08-01", "2026-08-31")));
        assertThat(Comparison.of(filter("2026-09-01", "2026-09-30"), SPAN).orElseThrow().against()).isEqualTo("vs Aug");
    }

    @Test
    void daysThatHaveNotArrivedAreLeftOutOnBothSides() {
        Comparison cut = Comparison.of(filter("2026-10-01", "2026-10-31"), SPAN).orElseThrow();
        assertThat(cut).isEqualTo(new Comparison(days("2026-10-01", "2026-10-29"), days("2026-09-01", "2026-09-29")));
        assertThat(cut.against()).isEqualTo("vs 1–29 Sep");
    }

    @Test
    void aCutMonthIsNeverHeldAgainstMoreDaysThanTheMonthBeforeHas() {
        BillingSpan span = new BillingSpan(day("2026-01-01"), day("2026-03-31"), day("2026-03-30"));
        assertThat(Comparison.of(filter("2026-03-01", "2026-03-31"), span))
                .contains(new Comparison(days("2026-03-01", "2026-03-28"), days("2026-02-01", "2026-02-28")));
    }

    @Test
    void otherPeriodsAreHeldAgainstAsManyDaysBefore() {
        assertThat(Comparison.of(filter("2026-09-15", "2026-09-17"), SPAN).orElseThrow().before())
                .isEqualTo(days("2026-09-12", "2026-09-14"));
    }

    @Test
    void nothingIsComparedWithDaysThatAreNotLoaded() {
        assertThat(Comparison.of(filter("2026-07-01", "2026-07-31"), SPAN)).isEmpty();
        Filter year = filter("2026-09-01", "2026-09-30").withPeriod(days("2026-09-01", "2026-09-30"), Compare.YEAR);
        assertThat(Comparison.of(year, SPAN)).isEmpty();
        assertThat(Comparison.of(year.withPeriod(year.period(), Compare.NONE), SPAN)).isEmpty();
        assertThat(Comparison.of(filter("2026-10-30", "2026-10-31"), SPAN)).isEmpty();
    }
}
