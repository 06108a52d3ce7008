package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RatesCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
            + "ChargePeriodStart,ChargeCategory,ServiceName,InvoiceIssuerName,InvoiceId";

    @TempDir
    Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void costsAreSeenInOneCurrencyAndSayThatTheyAreConverted() throws IOException {
        Path workspace = folder.resolve("case");
        CommandLineRun.of("import", file("bill.csv", HEADER,
                "10,10,1,USD,2026-03-01,2026-03-02,Usage,Compute,AWS,",
                "2,2,1,EUR,2026-03-01,2026-03-02,Usage,Compute,AWS,"),
                "--workspace", workspace);
        CommandLineRun refused = CommandLineRun.of("costs", "--by", "ServiceName", "--currency", "EUR", "--json",
                "--workspace", workspace);
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.error().get("code").asString()).isEqualTo("RATE_MISSING");

        CommandLineRun loaded = CommandLineRun.of("rates", "import", file("rates.csv", "date,from,to,rate",
                "2026-03-01,USD,EUR,0.9"), "--json", "--workspace", workspace);
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(loaded.json().get("loaded").asInt()).isEqualTo(1);
        JsonNode costs = CommandLineRun.of("costs", "--by", "ServiceName", "--currency", "eur", "--json", "--workspace",
                workspace).json();
        assertThat(costs.get("currency").asString()).isEqualTo("EUR");
        assertThat(costs.get("total").asString()).isEqualTo("11");
        assertThat(costs.get("converted").asBoolean()).isTrue();
        assertThat(costs.get("rates").get(0).get("file").asString()).endsWith("rates.csv");
        assertThat(CommandLineRun.of("costs", "--by", "ServiceName", "--currency", "EUR", "--workspace", workspace)
                .out()).contains("Converted day by day: 10 USD are 9 EUR.", "1 rates from ");
    }
}
