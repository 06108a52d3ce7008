package io.plimsoll.analysis.observability;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.billing.ObservabilityRows;
import io.plimsoll.analysis.billing.ObservabilitySlice;
import io.plimsoll.analysis.billing.ObservabilitySlice.Part;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;

/// What SQL says of a line of the ledger is what the ledger says, to the last digit.
class ObservabilityRowsTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,"
            + "SkuMeter,ConsumedQuantity,ConsumedUnit,ResourceId,Tags\n";

    @TempDir
    Path folder;

    @Test
    void theChargesOfEachLineAddUpToItInItsOwnRuleCurrencyUnitAndTeam() throws IOException {
        Path csv = folder.resolve("bill.csv");
        Files.writeString(csv, HEADER
                + row("30", "USD", "Usage", "AWS", "Amazon CloudWatch", "MetricMonitorUsage,100,Metrics,,{}")
                + row("7.25", "USD", "Usage", "AWS", "Amazon CloudWatch",
                        "MetricMonitorUsage,10,Metrics,,\"{\"\"company.com/Team\"\":\"\"vision\"\"}\"")
                + row("4", "USD", "Usage", "AWS", "Amazon CloudWatch", "DataProcessing-Bytes,8,GB,group-1,{}")
                + row("2", "USD", "Usage", "AWS", "Amazon CloudWatch", "TimedStorage-ByteHrs,70,GB-Mo,group-1,{}")
                + row("1.000000000000000003", "USD", "Tax", "AWS", "Amazon CloudWatch", ",,,,{}")
                + row("100", "USD", "Usage", "AWS", "Amazon EC2", "BoxUsage,10,Hrs,,{}")
                + row("20.10", "EUR", "Usage", "Datadog", "Datadog Pro", "Indexed Logs,5,Million events,,{}"));
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("made.plimsoll"))) {
            workbench.billing().importFiles(ImportRequest.of(csv), Progress.NONE, Cancellation.never());
            CostLedger ledger = ledger(workbench);
            assertThat(ledger.lines()).hasSize(6);
            holds(workbench, ledger);
            Days days = Objects.requireNonNull(ledger.days());
            ObservabilitySlice all = ObservabilitySlice.of(days);
            assertThat(cost(workbench, all.where(Part.TEAM, "vision"))).isEqualByComparingTo("7.25");
            assertThat(cost(workbench, all.where(Part.SIGNAL, "logs").where(Part.RESOURCE, "group-1")))
                    .isEqualByComparingTo("6");
            assertThat(workbench.billing().observabilityRows().count(all.where(Part.CURRENCY, "GBP"))).isZero();
        }
    }

    @Test
    void theSameHoldsForTheFocusSampleOfAws() {
        Path bill = SharedData.path("billing/focus/focus-sample-1.0-1000.csv");
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("sample.plimsoll"))) {
            workbench.billing().importFiles(ImportRequest.of(bill), Progress.NONE, Cancellation.never());
            CostLedger ledger = ledger(workbench);
            assertThat(ledger.lines()).isNotEmpty();
            holds(workbench, ledger);
        }
    }

    private static CostLedger ledger(Workbench workbench) {
        return workbench.observability().report(Progress.NONE, Cancellation.never()).ledger();
    }

    private static void holds(Workbench workbench, CostLedger ledger) {
        Days days = Objects.requireNonNull(ledger.days());
        ObservabilityRows rows = workbench.billing().observabilityRows();
        for (LedgerLine line : ledger.lines()) {
            ObservabilitySlice charges = line.charges(days);
            assertThat(cost(workbench, charges)).as(line.toString()).isEqualByComparingTo(line.cost());
            assertThat(rows.count(charges)).isEqualTo(line.rows());
            TablePage page = rows.page(charges, 0, 1000);
            int cost = page.columns().indexOf("EffectiveCost");
            assertThat(page.rows().stream().map(row -> (BigDecimal) Objects.requireNonNull(row.get(cost)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(line.cost());
        }
        for (LedgerTotal total : ledger.totals()) {
            if (total.cost().signum() != 0) {
                assertThat(cost(workbench, ObservabilitySlice.of(days).where(Part.CURRENCY, total.currency())))
                        .isEqualByComparingTo(total.cost());
            }
        }
    }

    /// Of the statement's last row, which is about all months.
    private static BigDecimal cost(Workbench workbench, ObservabilitySlice slice) {
        List<@Nullable Object> all = workbench.console()
                .all(workbench.billing().observabilityRows().sql(slice), Cancellation.never()).rows().getLast();
        assertThat(all.getFirst()).as("month").isNull();
        return (BigDecimal) Objects.requireNonNull(all.get(2));
    }

    /// On the month's first day the cost, on all others nothing: the month is whole.
    private static String row(String cost, String currency, String category, String provider, String service,
            String rest) {
        StringBuilder rows = new StringBuilder();
        for (int day = 1; day <= 30; day++) {
            String amount = day == 1 ? cost : "0";
            rows.append(String.join(",", amount, amount, amount, amount, "1", currency, "2026-09-01T00:00:00Z",
                    "2026-10-01T00:00:00Z", "2026-09-%02dT00:00:00Z".formatted(day),
                    (day < 30 ? "2026-09-%02d" : "2026-10-01").formatted(day + 1) + "T00:00:00Z", category, provider,
                    service, rest)).append('\n');
        }
        return rows.toString();
    }
}
