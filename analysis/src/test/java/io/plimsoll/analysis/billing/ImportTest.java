package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

class ImportTest extends BillingTest {
    @Test
    void officialSampleLoadsWithItsExactSums() {
        ImportResult result = fixture.load(SharedData.path("billing/focus/focus-sample-1.0-1000.csv"));
        assertThat(result.loaded()).isEqualTo(1000);
        assertThat(result.rejected()).isZero();
        CostTotals totals = result.totals().get("USD");
        assertThat(totals.billed()).isEqualByComparingTo("20.52022672899");
        assertThat(totals.effective()).isEqualByComparingTo("14.97651418586");
        assertThat(totals.list()).isEqualByComparingTo("20.39090575119");
        assertThat(totals.contracted()).isEqualByComparingTo("14.97626039326");
        assertThat(fixture.query("SELECT count(*) FROM charge WHERE \"ContractedCost\" IS NULL")).containsExactly("7");
        assertThat(result.files().getFirst().version()).isEqualTo("1.0");
        assertThat(result.files().getFirst().warnings()).containsExactly("Columns that were not read: Id.");
    }

    @Test
    void compressedExportLoadsWithItsExactSums() {
        ImportResult result = fixture.load(SharedData.path("joint/sim-dev/focus-1.2.csv.gz"));
        assertThat(result.loaded()).isEqualTo(7891);
        CostTotals totals = result.totals().get("USD");
        assertThat(totals.billed()).isEqualByComparingTo("258794.0455563091");
        assertThat(totals.effective()).isEqualByComparingTo("224834.0455563091");
        assertThat(totals.list()).isEqualByComparingTo("273970.0455563091");
        assertThat(result.files().getFirst().version()).isEqualTo("1.2");
    }

    @Test
    void amountsKeepEveryDigitInTotalsAndRoundHalfEvenInRows() {
        Path file = fixture.focus("wide.csv", BillingFixture.row("0.0000000000000000005", "1", "AWS", "2026-03-01"),
                BillingFixture.row("0.0000000000000000015", "1", "AWS", "2026-03-02"),
                BillingFixture.row("-0.0000000000000000025", "1", "AWS", "2026-03-03"),
                BillingFixture.row("0.1234567890123456789012345678", "1", "AWS", "2026-03-04"),
                BillingFixture.row("5e-06", "1", "AWS", "2026-03-05"));
        ImportResult result = fixture.load(file);
        assertThat(result.totals().get("USD").billed())
                .isEqualByComparingTo(new BigDecimal("0.1234617890123456784012345678"));
        assertThat(fixture.query("SELECT CAST(\"BilledCost\" AS VARCHAR) FROM charge ORDER BY file_line"))
                .containsExactly(
                        "0.000000000000000000", "0.000000000000000002", "-0.000000000000000002", "0.123456789012345679",
                        "0.000005000000000000");
    }
}
