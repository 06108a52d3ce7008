package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Budgets and a roadmap that are kept, those among them that nothing can be held against.
class PlansCommandTest {
    @TempDir
    Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.on(folder.resolve("case"),
                Stream.concat(Stream.of("--json"), Stream.of(words)).toArray());
    }

    private Path bill() throws IOException {
        StringBuilder text = new StringBuilder(
                "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
                        + "ChargePeriodStart,ChargeCategory,ProviderName,ServiceName\n");
        LocalDate day = LocalDate.of(2026, 7, 1);
        for (int i = 0; i < 62; i++, day = day.plusDays(1)) {
            text.append("5,5,acc,USD,").append(day.withDayOfMonth(1)).append(',').append(day).append(",Usage,AWS,a\n");
        }
        return Files.writeString(folder.resolve("bill.csv"), text);
    }

    @Test
    void aBudgetOfADimensionThatThereIsNotHidesNoOther() throws IOException {
        assertThat(run("import", bill()).exitCode()).isZero();
        Path budgets = Files.writeString(folder.resolve("budgets.csv"),
                "period,amount,currency,filter\n2026-09,100.50,USD,\n2026-09,7,USD,nope=x\n");
        Path roadmap = Files.writeString(folder.resolve("roadmap.csv"),
                "project,start,low,likely,high,driver,unit_cost\nlake,2026-09-10,1,2.5,3,GB,0.000000000000000001\n");
        JsonNode kept = run("plans", "import", budgets, roadmap).json();
        assertThat(kept.get("budgets").get(0).get("amount").asString()).isEqualTo("100.5");
        assertThat(kept.get("projects").get(0).get("unitCost").asString()).isEqualTo("0.000000000000000001");
        assertThat(kept.get("projects").get(0).get("likely").asString()).isEqualTo("2.5");
        CommandLineRun forecast = run("forecast", "--months", "1");
        assertThat(forecast.exitCode()).as(forecast.err()).isZero();
        assertThat(forecast.out()).contains("100.5").contains("Cost can't be split by nope");
    }
}
