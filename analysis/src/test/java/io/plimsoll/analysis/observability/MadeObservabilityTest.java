package io.plimsoll.analysis.observability;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class MadeObservabilityTest {
    private static final Instant FIRST = Instant.parse("2026-09-01T00:00:00Z");
    private static final int HOURS = 24 * 10;
    private static final String BILL_HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,"
            + "SkuMeter,ConsumedQuantity,ConsumedUnit,Tags\n";

    @TempDir
    Path folder;

    @Test
    void currenciesStandApartTaxIsInTheSumAndOtherServicesAreNot() throws IOException {
        try (Workbench workbench = workbench()) {
            bill(workbench);
            ObservabilityReport report = report(workbench);
            assertThat(report.ledger().totals()).extracting(LedgerTotal::currency).containsExactly("EUR", "USD");
            assertThat(report.ledger().totals()).extracting(LedgerTotal::cost)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("20.10"), new BigDecimal("31.000000000000000003"));
            assertThat(report.ledger().totals().get(1).bill()).isEqualByComparingTo("131.000000000000000003");
            LedgerLine metrics = report.ledger().lines().stream().filter(each -> each.unit().equals("Metrics"))
                    .findFirst().orElseThrow();
            assertThat(metrics.unitCost().orElseThrow()).isEqualByComparingTo("0.3");
            assertThat(report.ledger().lines()).filteredOn(each -> each.unit().isEmpty()).singleElement()
                    .satisfies(tax -> assertThat(tax.unitCost()).isEmpty());
        }
    }

    @Test
    void constantDoubleAndUnreadSeriesAreFoundWithTheirShareOfTheMetricsProduct() throws IOException {
        try (Workbench workbench = workbench()) {
            bill(workbench);
            Path csv = folder.resolve("made.csv");
            StringBuilder text = new StringBuilder("timestamp,metric,pod,value\n");
            series(text, "queue_age_seconds", "a-0", hour -> hour % 7);
            series(text, "queue_age_seconds_copy", "a-0", hour -> hour % 7);
            series(text, "build_info", "a-0", hour -> 1);
            Files.writeString(csv, text);
            workbench.telemetry().importFiles(List.of(csv), Optional.empty(), Progress.NONE, Cancellation.never());
            ObservabilityReport report = report(workbench);
            assertThat(report.wastes()).filteredOn(each -> each.kind() == Waste.Kind.UNREAD).hasSize(3);
            assertThat(report.wastes()).filteredOn(each -> each.kind() == Waste.Kind.CONSTANT)
                    .extracting(Waste::metric).containsExactly("build_info");
            assertThat(report.wastes()).filteredOn(each -> each.kind() == Waste.Kind.DUPLICATE).singleElement()
                    .satisfies(copy -> {
                        assertThat(copy.metric()).isEqualTo("queue_age_seconds_copy");
                        assertThat(copy.evidence()).contains("others of queue_age_seconds.");
                        assertThat(copy.share()).isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-9));
                        assertThat(copy.monthly()).containsExactly(Money.of("10.00", "USD"));
                    });
            assertThat(report.cuts()).filteredOn(each -> each.kind() == Cut.Kind.DROP_METRIC).hasSize(3)
                    .allMatch(each -> each.blinds().isEmpty() && each.estimate());
        }
    }

    @Test
    void nothingLoadedIsNothingFound() {
        try (Workbench workbench = workbench()) {
            ObservabilityReport report = report(workbench);
            assertThat(report.ledger().days()).isNull();
            assertThat(report.ledger().lines()).isEmpty();
            assertThat(report.wastes()).isEmpty();
        }
    }

    @Test
    void theFocusSampleOfAwsHoldsCloudWatchAndNothingElseOfTheKind() {
        Path bill = SharedData.path("billing/focus/focus-sample-1.0-1000.csv");
        try (Workbench workbench = workbench()) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            ObservabilityReport report = report(workbench);
            BigDecimal rows = workbench.billing().costs(CostQuery.by(CostMetric.EFFECTIVE, "ServiceName"),
                    Cancellation.never()).stream().flatMap(table -> table.rows().stream())
                    .filter(row -> row.key().containsValue("AmazonCloudWatch")).map(row -> row.cost())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(report.ledger().lines()).extracting(LedgerLine::service).containsOnly("AmazonCloudWatch");
            assertThat(report.ledger().totals().getFirst().cost()).isEqualByComparingTo(rows);
            assertThat(report.ledger().lines()).extracting(each -> each.signal().id() + " " + each.part())
                    .contains("logs storage", "logs ingestion", "metrics ingestion", "metrics alarms",
                            "metrics queries")
                    .doesNotContain("other other");
        }
    }

    @Test
    void theAzureBillHoldsTheRetentionOfALogWorkspace() {
        Path bill = SharedData.path("billing/azure/EA_AmortizedCost_Small.csv");
        try (Workbench workbench = workbench()) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            assertThat(report(workbench).ledger().lines()).extracting(each -> each.signal().id() + " " + each.part())
                    .containsOnly("logs storage");
        }
    }

    private Workbench workbench() {
        return Workbench.openOrCreate(folder.resolve("workspace"));
    }

    private static ObservabilityReport report(Workbench workbench) {
        return workbench.observability().report(Progress.NONE, Cancellation.never());
    }

    private void bill(Workbench workbench) throws IOException {
        Path csv = folder.resolve("bill.csv");
        Files.writeString(csv, BILL_HEADER
                + row("30", "USD", "Usage", "AWS", "Amazon CloudWatch", "MetricMonitorUsage", "100", "Metrics")
                + row("1.000000000000000003", "USD", "Tax", "AWS", "Amazon CloudWatch", "", "", "")
                + row("100", "USD", "Usage", "AWS", "Amazon EC2", "BoxUsage", "10", "Hrs")
                + row("20.10", "EUR", "Usage", "Datadog", "Datadog Pro", "Indexed Logs", "5", "Million events"));
        workbench.billing().importFiles(ImportRequest.of(csv), Progress.NONE, Cancellation.never());
    }

    private static String row(String cost, String currency, String category, String provider, String service,
            String meter, String quantity, String unit) {
        StringBuilder rows = new StringBuilder();
        // The month's first day has the cost, all others a zero: the month is whole.
        for (int day = 1; day <= 30; day++) {
            String amount = day == 1 ? cost : "0";
            String used = quantity.isEmpty() ? "" : day == 1 ? quantity : "0";
            rows.append(String.join(",", amount, amount, amount, amount, "1", currency, "2026-09-01T00:00:00Z",
                    "2026-10-01T00:00:00Z", "2026-09-%02dT00:00:00Z".formatted(day),
                    (day < 30 ? "2026-09-%02d" : "2026-10-01").formatted(day + 1) + "T00:00:00Z", category, provider,
                    service, meter, used, unit, "{}")).append('\n');
        }
        return rows.toString();
    }

    private static void series(StringBuilder text, String metric, String pod, IntToDoubleFunction value) {
        for (int hour = 0; hour < HOURS; hour++) {
            text.append(FIRST.plusSeconds(3600L * hour)).append(',').append(metric).append(',').append(pod).append(',')
                    .append(value.applyAsDouble(hour)).append('\n');
        }
    }
}
