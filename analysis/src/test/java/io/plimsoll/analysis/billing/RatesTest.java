package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Currencies never add up by themselves; with dated rates of the user's they are seen in one.
class RatesTest extends BillingTest {
    private static final CostQuery ALL = CostQuery.by(CostMetric.BILLED, "ServiceName");

    private ImportResult rates(String name, String... rows) {
        return fixture.load(new ImportRequest(
                List.of(fixture.file(name, "date,from,to,rate\n" + String.join("\n", rows))), Datasets.RATES.profile(),
                false));
    }

    private static String charge(String cost, String currency, String day, String service) {
        return BillingFixture.row(cost, "1", "AWS", day.substring(0, 7), day, service, "{}").replace(",USD,",
                "," + currency + ",");
    }

    private ConvertedCosts euros(CostQuery query) {
        return fixture.billing.convertedCosts(query, "EUR", Cancellation.never()).orElseThrow();
    }

    private static List<String> rows(ConvertedCosts costs) {
        return costs.table().rows().stream()
                .map(row -> row.key() + " " + row.period() + " " + row.cost().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void everyDayIsConvertedWithTheRateInForceAndNothingIsRounded() {
        fixture.load(fixture.focus("a.csv", charge("10.000000000000000001", "USD", "2026-03-02", "Compute"),
                charge("3", "USD", "2026-03-08", "Compute"), charge("4", "EUR", "2026-03-02", "Compute"),
                charge("1", "GBP", "2026-03-02", "Storage")));
        rates("r.csv", "2026-03-02,USD,EUR,0.9123456789", "2026-03-06,USD,EUR,0.5", "2026-03-01,GBP,EUR,1.2",
                "2026-03-02,EUR,USD,99");
        ConvertedCosts all = euros(ALL);
        assertThat(all.table().currency()).isEqualTo("EUR");
        assertThat(rows(all)).containsExactly("{ServiceName=Compute} null 14.6234567890000000009123456789",
                "{ServiceName=Storage} null 1.2");
        assertThat(all.table().total()).isEqualByComparingTo("15.8234567890000000009123456789");
        assertThat(all.table().residual()).isZero();
        assertThat(all.parts()).extracting(part -> part.currency() + " " + part.cost().stripTrailingZeros())
                .containsExactly("EUR 4", "GBP 1", "USD 13.000000000000000001");
        assertThat(all.rates()).extracting(rate -> rate.from() + " " + rate.date() + " " + rate.days() + " "
                + Path.of(rate.file()).getFileName() + ":" + rate.line())
                .containsExactly("GBP 2026-03-01 1 r.csv:4", "USD 2026-03-02 1 r.csv:2", "USD 2026-03-06 1 r.csv:3");
        assertThat(rows(euros(ALL.per(CostQuery.Grain.DAY).within(LocalDate.of(2026, 3, 8), null))))
                .containsExactly("{ServiceName=Compute} 2026-03-08 1.5");
        assertThat(rows(euros(ALL.first(1).per(CostQuery.Grain.MONTH))))
                .containsExactly("{ServiceName=Compute} 2026-03-01 14.6234567890000000009123456789");
        assertThat(euros(ALL.first(1)).table().residual()).isEqualByComparingTo("1.2");
        assertThat(fixture.billing.costs(ALL, Cancellation.never())).extracting(CostTable::currency)
                .containsExactly("EUR", "GBP", "USD");
    }

    @Test
    void aRateServesSevenDaysAndNoLonger() {
        fixture.load(fixture.focus("a.csv", charge("1", "USD", "2026-03-08", "Compute")));
        rates("r.csv", "2026-03-01,USD,EUR,0.9");
        assertThat(euros(ALL).table().total()).isEqualByComparingTo("0.9");
        fixture.load(fixture.focus("a.csv", charge("1", "USD", "2026-03-08", "Compute"),
                charge("1", "USD", "2026-03-09", "Compute"), charge("1", "USD", "2026-03-10", "Compute")));
        assertThatThrownBy(() -> euros(ALL)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("RATE_MISSING");
            assertThat(failure.kind().exitCode()).isEqualTo(3);
            assertThat(failure.message()).contains("from USD to EUR for 2026-03-09 nor for 1 later charge days",
                    "2026-03-01", "r.csv, line 2");
            assertThat(failure.remedy()).contains("plimsoll rates import");
        });
    }

    @Test
    void rateTheOtherWayRoundIsNoRate() {
        fixture.load(fixture.focus("a.csv", charge("1", "USD", "2026-03-02", "Compute")));
        rates("r.csv", "2026-03-02,EUR,USD,1.1");
        assertThatThrownBy(() -> euros(ALL)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("RATE_MISSING"));
    }

    @Test
    void whatIsBilledInTheCurrencyNeedsNoRate() {
        assertThat(fixture.billing.convertedCosts(ALL, "EUR", Cancellation.never())).isEmpty();
        fixture.load(fixture.focus("a.csv", charge("4", "EUR", "2026-03-02", "Compute")));
        assertThat(euros(ALL).isConverted()).isFalse();
        assertThat(euros(ALL).table().total()).isEqualByComparingTo("4");
    }

    @Test
    void secondLoadReplacesTheSameDaysAndKeepsTheOthers() {
        rates("r.csv", "2026-03-01,USD,EUR,0.9", "2026-03-02,USD,EUR,0.8");
        assertThat(rates("r2.csv", "2026-03-02,USD,EUR,0.85").replaced()).isEqualTo(1);
        assertThat(fixture.billing.rates()).extracting(rate -> rate.date() + " " + rate.rate().stripTrailingZeros()
                + " " + Path.of(rate.file()).getFileName() + ":" + rate.line())
                .containsExactly("2026-03-01 0.9 r.csv:2", "2026-03-02 0.85 r2.csv:2");
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void badTablesAreRefusedAndNothingChanges() {
        rates("good.csv", "2026-03-01,USD,EUR,0.9");
        String before = fixture.state();
        refused("ROW_UNREADABLE", "line 3: rate is not above 0", "2026-03-01,USD,EUR,0.9", "2026-03-02,USD,EUR,0");
        refused("ROW_UNREADABLE", "line 2: rate is not a number: 0,9", "2026-03-01,USD,EUR,\"0,9\"");
        refused("ROW_UNREADABLE", "line 2: date is not a day such as 2026-09-30: 01.03.2026", "01.03.2026,USD,EUR,0.9");
        refused("ROW_UNREADABLE", "line 2: to is missing", "2026-03-01,USD,,0.9");
        refused("ROW_TWICE", "The rate 2026-03-05 USD EUR stands in", "2026-03-05,USD,EUR,0.9",
                "2026-03-05,USD,EUR,0.91");
        assertThatThrownBy(
                () -> fixture.billing.importRates(List.of(fixture.file("x.csv", "date,rate", "2026-03-01,1")),
                        Progress.NONE, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("MISSING_COLUMN"));
        assertThat(fixture.state()).isEqualTo(before);
    }

    private void refused(String code, String sentence, String... rows) {
        assertThatThrownBy(() -> rates("bad.csv", rows)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.message()).contains(sentence);
            assertThat(failure.remedy()).isNotBlank();
        });
    }
}
