package io.plimsoll.app.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {
    private static String plain(String text) {
        return text.replace(Formats.THIN, "_").replace(Formats.MINUS, "-");
    }

    @Test
    void thousandsAreSetApartFromTheRight() {
        assertThat(plain(Formats.count(18_402_116))).isEqualTo("18_402_116");
        assertThat(plain(Formats.count(999))).isEqualTo("999");
        assertThat(plain(Formats.decimal(new BigDecimal("-1234567.891"), 2))).isEqualTo("-1_234_567.89");
        assertThat(plain(Formats.decimal(new BigDecimal("123456"), 2))).isEqualTo("123_456.00");
    }

    @Test
    void halvesRoundToTheEvenNeighbourAndNothingIsShownAsMinusZero() {
        assertThat(Formats.decimal(new BigDecimal("0.125"), 2)).isEqualTo("0.12");
        assertThat(Formats.decimal(new BigDecimal("0.135"), 2)).isEqualTo("0.14");
        assertThat(Formats.decimal(new BigDecimal("-0.001"), 2)).isEqualTo("0.00");
        assertThat(Formats.percent(-0.00001, 1)).doesNotContain(Formats.MINUS);
    }

    @Test
    void compactFiguresKeepThreePlacesAndNeverSayAThousandK() {
        assertThat(plain(Formats.compact(6_240))).isEqualTo("6.24_k");
        assertThat(plain(Formats.compact(999_700))).isEqualTo("1_M");
        assertThat(plain(Formats.compact(96_000_000))).isEqualTo("96_M");
        assertThat(plain(Formats.compact(-571_000))).isEqualTo("-571_k");
        assertThat(plain(Formats.compact(0))).isEqualTo("0");
        assertThat(plain(Formats.compact(0.5))).isEqualTo("0.5");
        assertThat(plain(Formats.compact(99.96))).isEqualTo("100");
        assertThat(Formats.compact(Double.NaN)).isEqualTo(Formats.NONE);
    }

    @Test
    void changesCarryASignOrAnArrowUnlessTheyRoundToNothing() {
        assertThat(plain(Formats.change(0.052, 1))).isEqualTo("+5.2_%");
        assertThat(plain(Formats.change(-0.018, 1))).isEqualTo("-1.8_%");
        assertThat(plain(Formats.change(0.0001, 1))).isEqualTo("0.0_%");
        assertThat(plain(Formats.arrow(-0.04, 0))).isEqualTo("\u25bc 4_%");
        assertThat(plain(Formats.arrow(0.11, 0))).isEqualTo("\u25b2 11_%");
        assertThat(plain(Formats.arrow(0.001, 0))).isEqualTo("0_%");
    }

    @Test
    void aCurrencyIsNeverTakenForAnother() {
        assertThat(plain(MoneyFormat.exact(Money.of("1402118.2", "USD")))).isEqualTo("$1_402_118.20");
        assertThat(plain(MoneyFormat.exact(Money.of("1234", "CAD")))).isEqualTo("CAD_1_234.00");
        assertThat(plain(MoneyFormat.exact(Money.of("1234.4", "JPY")))).isEqualTo("JPY_1_234");
        assertThat(plain(MoneyFormat.exact(Money.of("12.5", "credits")))).isEqualTo("credits_12.50");
    }

    @Test
    void moneyIsBriefAboveAHundredAndKeepsItsCoinsBelow() {
        assertThat(plain(MoneyFormat.brief(Money.of("178420.11", "USD")))).isEqualTo("$178_420");
        assertThat(plain(MoneyFormat.brief(Money.of("1.966", "USD")))).isEqualTo("$1.97");
        assertThat(plain(MoneyFormat.brief(Money.of("99.999", "USD")))).isEqualTo("$100");
        assertThat(plain(MoneyFormat.brief(Money.of("-12", "EUR")))).isEqualTo("-\u20ac12.00");
        assertThat(plain(MoneyFormat.change(Money.of("4960.2", "USD")))).isEqualTo("+$4_960");
        assertThat(plain(MoneyFormat.change(Money.of("0.001", "USD")))).isEqualTo("$0.00");
        assertThat(plain(MoneyFormat.compact(-571_000, "USD"))).isEqualTo("-$571_k");
        assertThat(plain(MoneyFormat.compact(2_490_000, "CHF"))).isEqualTo("CHF_2.49_M");
    }

    @Test
    void resourcesAreWrittenInTheirOwnUnits() {
        assertThat(plain(Formats.bytes(Bytes.parse("1536Mi")))).isEqualTo("1.5_Gi");
        assertThat(plain(Formats.bytes(new Bytes(0)))).isEqualTo("0_B");
        assertThat(Formats.cpu(Cpu.parse("500m"))).isEqualTo("500m");
        assertThat(Formats.cpu(Cpu.parse("2"))).isEqualTo("2.0 cores");
        assertThat(plain(Formats.duration(4))).isEqualTo("4_s");
        assertThat(plain(Formats.duration(3900))).isEqualTo("65_min");
        assertThat(plain(Formats.duration(6000))).isEqualTo("1_h 40_min");
    }

    @Test
    void spansOfDaysSayNoMonthTwice() {
        LocalDate day = LocalDate.of(2026, 9, 17);
        assertThat(DateFormats.span(new Days(day, day.plusDays(2)))).isEqualTo("17\u201319 Sep");
        assertThat(DateFormats.span(new Days(day, day))).isEqualTo("17 Sep");
        assertThat(DateFormats.span(new Days(day, day.plusDays(20)))).isEqualTo("17 Sep \u2013 7 Oct");
        assertThat(DateFormats.period(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30))))
                .isEqualTo("1 Sep \u2013 30 Sep 2026");
        assertThat(DateFormats.period(new Days(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 31))))
                .isEqualTo("1 Dec 2025 \u2013 31 Jan 2026");
        assertThat(DateFormats.time(Instant.parse("2026-09-16T18:02:00Z"))).isEqualTo("16 Sep 18:02");
    }

    @Test
    void daysAreNamedAsShortAsTheyCanBe() {
        assertThat(brief("2026-10-01", "2026-10-31")).isEqualTo("Oct 2026");
        assertThat(brief("2026-01-01", "2026-09-30")).isEqualTo("Jan \u2013 Sep 2026");
        assertThat(brief("2025-12-01", "2026-01-31")).isEqualTo("Dec 2025 \u2013 Jan 2026");
        assertThat(brief("2026-09-17", "2026-09-19")).isEqualTo("17\u201319 Sep 2026");
        assertThat(brief("2026-09-17", "2026-09-17")).isEqualTo("17 Sep 2026");
        assertThat(brief("2025-12-30", "2026-01-02")).isEqualTo("30 Dec 2025 \u2013 2 Jan 2026");
    }

    private static String brief(String from, String to) {
        return DateFormats.brief(new Days(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
