package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReconcileCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
            + "ChargePeriodStart,ChargeCategory,ServiceName,InvoiceIssuerName,InvoiceId";

    @TempDir
    Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void printsOneRowAnInvoiceAndExitsWithOneUntilEveryResidualIsZero() throws IOException {
        Path workspace = folder.resolve("case");
        Path bill = file("bill.csv", HEADER, "10.25,10.25,1,USD,2026-03-01,2026-03-01,Usage,Compute,AWS,A",
                "0.005,0.005,1,USD,2026-03-01,2026-03-02,Usage,Compute,AWS,A");
        assertThat(CommandLineRun.of("import", bill,
                file("inv.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,10.26"), "--workspace", workspace)
                .exitCode()).isZero();
        CommandLineRun differs = CommandLineRun.of("reconcile", "--json", "--workspace", workspace);
        assertThat(differs.exitCode()).isEqualTo(1);
        JsonNode row = differs.json().get(0);
        assertThat(row.get("invoice").asString()).isEqualTo("A");
        assertThat(row.get("currency").asString()).isEqualTo("USD");
        assertThat(row.get("invoiced").asString()).isEqualTo("10.26");
        assertThat(row.get("loaded").asString()).isEqualTo("10.255");
        assertThat(row.get("residual").asString()).isEqualTo("0.005");

        CommandLineRun again = CommandLineRun.of("import",
                file("inv.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,10.255"), "--workspace", workspace);
        assertThat(again.exitCode()).as(again.err()).isZero();
        CommandLineRun holds = CommandLineRun.of("reconcile", "--workspace", workspace);
        assertThat(holds.exitCode()).isZero();
        assertThat(holds.out()).contains("reconciled", "1 invoices equal their charges to the last digit");
    }

    @Test
    void badInvoiceFileExitsWithThree() throws IOException {
        CommandLineRun bad = CommandLineRun.of("import", "--json",
                file("inv.csv", "InvoiceId,BillingCurrency,BilledCost", "A,USD,ten"), "--workspace",
                folder.resolve("case"));
        assertThat(bad.exitCode()).as(bad.err()).isEqualTo(3);
        assertThat(bad.error().get("code").asString()).isEqualTo("ROW_UNREADABLE");
        assertThat(bad.error().get("remedy").asString()).isNotBlank();
    }
}
