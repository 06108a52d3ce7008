package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Allocations stand beside a cloud's bill and never inside it.
class OpenCostTest extends BillingTest {
    /// As OpenCost's exporter writes it.
    private static final String HEADER = "Date,Namespace,ControllerKind,ControllerName,Pod,Container,Labels,CPUCoreUsageAverage,"
            + "CPUCoreRequestAverage,RAMBytesUsageAverage,RAMBytesRequestAverage,NetworkReceiveBytes,NetworkTransferBytes,GPUs,"
            + "PVBytes,CPUCost,RAMCost,NetworkCost,PVCost,GPUCost,TotalCost";

    private ImportResult load(String currency, Path file) {
        return fixture.load(new ImportRequest(List.of(file), null, false, currency));
    }

    private Path export() {
        return fixture.file("a.csv", HEADER,
                "2026-03-01,shop,deployment,web,web-1,app,\"{\"\"team\"\":\"\"a\"\"}\",0.1,0.2,1,2,0,0,0,0,1,2,0,0,0,"
                        + "3.0000000000000000001",
                "2026-03-01,__idle__,,,,,,0,0,0,0,0,0,0,0,0.5,0,0,0,0,0.5");
    }

    @Test
    void currencyMustBeSaid() {
        Path file = export();
        String before = fixture.state();
        assertThatThrownBy(() -> fixture.load(file)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("CURRENCY_NEEDED");
            assertThat(failure.remedy()).contains("--currency");
        });
        assertThatThrownBy(() -> load("dollars", file)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("BAD_CURRENCY"));
        assertThat(fixture.state()).isEqualTo(before);
    }

    @Test
    void allocationsDoNotChangeWhatWasBilledAndAreNotReplacedByTheBill() {
        fixture.load(fixture.focus("bill.csv", BillingFixture.row("10", "", "AWS", "2026-03-01")));
        ImportResult result = load("USD", export());
        assertThat(result.replaced()).isZero();
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("0");
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("3.5000000000000000001");
        assertThat(result.files().getFirst().warnings())
                .anyMatch(warning -> warning.startsWith("2 rows are allocated cost"));
        fixture.load(fixture.focus("bill.csv", BillingFixture.row("10", "", "AWS", "2026-03-01")));
        assertThat(fixture.query("SELECT source, CAST(sum(\"BilledCost\") AS DECIMAL(9,2)), "
                + "CAST(sum(\"EffectiveCost\") AS DECIMAL(9,2)) FROM charge GROUP BY 1 ORDER BY 1"))
                .containsExactly("aws|10.00|10.00", "opencost|0.00|3.50");
        assertThat(
                fixture.query("SELECT \"AllocatedResourceId\", \"ChargeCategory\", \"Tags\"['team'], \"SubAccountId\", "
                        + "CAST(\"ChargePeriodEnd\" AS VARCHAR) FROM charge WHERE source = 'opencost' ORDER BY file_line"))
                .containsExactly("shop/deployment/web/web-1/app|Usage|a|shop|2026-03-02 00:00:00",
                        "__idle__|Usage||__idle__|2026-03-02 00:00:00");
    }

    @Test
    void kubecostNamesAndLabelColumnsAreRead() {
        ImportResult result = load("EUR", fixture.file("k.csv",
                "Cluster,Namespace,Controller Kind,Controller,Window Start,Window End,Total Cost,Label_app_kubernetes_io,Label_team",
                "prod,shop,deployment,web,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,2.5,web,a"));
        assertThat(result.files().getFirst().version()).isEqualTo("Kubecost");
        assertThat(result.totals().get("EUR").effective()).isEqualByComparingTo("2.5");
        assertThat(fixture.query("SELECT \"BillingAccountId\", \"AllocatedResourceId\", \"Tags\"['app_kubernetes_io'], "
                + "\"Tags\"['team'] FROM charge")).containsExactly("prod|shop/deployment/web|web|a");
    }
}
