package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// `plimsoll forecast` on the sample case.
class SpendAheadTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void load() {
        PreparedSample.BILL.at(folder.resolve("w"));
    }

    private static Path plan(String name) {
        return SampleCase.folder().resolve("plans").resolve(name);
    }

    @Test
    void monthsHaveExactActualsRangesBudgetsAndWhatIsPlanned() {
        CommandLineRun run = CommandLineRun.of("forecast", "--json", "--budget", plan("budgets.csv"), "--roadmap",
                plan("roadmap.csv"), "--workspace", folder.resolve("w"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("currency").asString()).isEqualTo("USD");
        assertThat(json.get("completeTo").asString()).isEqualTo("2026-10-29");
        assertThat(json.get("backtest").get("cover95").asDouble()).isBetween(0.8, 1.0);
        assertThat(json.get("totalsBacktest").get("error").asDouble()).isLessThan(8);
        assertThat(json.get("months")).hasSize(4);
        JsonNode october = json.get("months").get(0);
        JsonNode costs = CommandLineRun.of("costs", "--by", "BillingCurrency", "--from", "2026-10-01", "--to",
                "2026-10-29", "--json", "--workspace", folder.resolve("w")).json();
        assertThat(october.get("actual").asString()).isEqualTo(costs.get("total").asString());
        assertThat(october.get("completeDays").asInt()).isEqualTo(29);
        for (JsonNode month : json.get("months")) {
            assertThat(amount(month, "low95")).isLessThanOrEqualTo(amount(month, "low80"));
            assertThat(amount(month, "low80")).isLessThan(amount(month, "mean"));
            assertThat(amount(month, "mean")).isLessThan(amount(month, "high80"));
            assertThat(amount(month, "mean").scale()).isLessThanOrEqualTo(2);
            assertThat(month.get("chanceToExceed").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(october.get("chanceToExceed").asDouble()).isGreaterThan(0.9);
        assertThat(amount(json.get("months").get(2).get("planned"), "mean")).isGreaterThan(new BigDecimal("1000"));
        assertThat(json.get("budgets")).hasSize(6);
        assertThat(json.get("budgets").get(5).get("filter").asString()).isEqualTo("tag:kubernetes-namespace=vision");
    }

    private static BigDecimal amount(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asString());
    }

    @Test
    void theTextSaysWhatIsExactAndHowTheForecastDidBefore() {
        CommandLineRun run = CommandLineRun.of("forecast", "--months", "1", "--filter", "ServiceCategory=Storage",
                "--workspace", folder.resolve("w"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2026-10", "2026-11", "Complete days to 2026-10-29 are exact",
                "8 totals of 30 days").doesNotContain("2026-12");
    }

    @Test
    void whatCanNotBeAskedIsSaid() {
        Path workspace = folder.resolve("w");
        assertThat(CommandLineRun.of("forecast", "--months", "99", "--json", "--workspace", workspace).error()
                .get("code").asString()).isEqualTo("MONTHS");
        assertThat(CommandLineRun.of("forecast", "--by", "ServiceName", "--roadmap", plan("roadmap.csv"), "--json",
                "--workspace", workspace).error().get("code").asString()).isEqualTo("FORECAST_GROUP");
        assertThat(CommandLineRun.of("forecast", "--filter", "ServiceName=No such thing", "--json", "--workspace",
                workspace).error().get("code").asString()).isEqualTo("HISTORY_SHORT");
    }

    @Test
    void eachKeyHasAForecastOfItsOwnAndTheyHoldTheKeysExactCost() {
        Path workspace = folder.resolve("w");
        JsonNode services = CommandLineRun
                .of("forecast", "--by", "ServiceName", "--top", "2", "--months", "1", "--json",
                        "--workspace", workspace)
                .json();
        assertThat(services).hasSize(2);
        JsonNode first = services.get(0);
        String name = first.get("key").get("ServiceName").asString();
        JsonNode costs = CommandLineRun.of("costs", "--by", "BillingCurrency", "--from", "2026-10-01", "--to",
                "2026-10-29", "--filter", "ServiceName=" + name, "--json", "--workspace", workspace).json();
        assertThat(first.get("months").get(0).get("actual").asString()).isEqualTo(costs.get("total").asString());
        assertThat(services.get(1).get("key").get("ServiceName").asString()).isNotEqualTo(name);
    }

    @Test
    void anotherCurrencyNeedsRatesAndIsTheSameBillConverted() throws IOException {
        Path workspace = PreparedSample.BILL.at(folder.resolve("euro"));
        assertThat(CommandLineRun.of("forecast", "--currency", "EUR", "--json", "--workspace", workspace).error()
                .get("code").asString()).isEqualTo("RATE_MISSING");
        Path rates = Files.writeString(folder.resolve("rates.csv"), "date,from,to,rate\n"
                + LocalDate.of(2026, 7, 1).datesUntil(LocalDate.of(2026, 11, 1)).map(day -> day + ",USD,EUR,0.5\n")
                        .collect(Collectors.joining()));
        assertThat(CommandLineRun.of("rates", "import", rates, "--workspace", workspace).exitCode()).isZero();
        JsonNode euro = CommandLineRun.of("forecast", "--currency", "eur", "--months", "1", "--json", "--workspace",
                workspace).json();
        JsonNode dollar = CommandLineRun.of("forecast", "--months", "1", "--json", "--workspace", workspace).json();
        assertThat(euro.get("currency").asString()).isEqualTo("EUR");
        assertThat(amount(euro.get("months").get(0), "actual").multiply(new BigDecimal("2")))
                .isEqualByComparingTo(amount(dollar.get("months").get(0), "actual"));
    }

    @Test
    void aRoadmapInACurrencyThatTheBillLacksIsRefused() throws IOException {
        Path roadmap = Files.writeString(folder.resolve("euros.csv"),
                "project,start,low,likely,high,driver,unit_cost,currency\nVideo,2026-11-10,1,2,3,clips,0.5,EUR\n");
        assertThat(CommandLineRun.of("forecast", "--roadmap", roadmap, "--json", "--workspace", folder.resolve("w"))
                .error().get("code").asString()).isEqualTo("ROADMAP_CURRENCY");
    }

    @Test
    void keptPlansCountUntilTheyAreForgotten() {
        Path workspace = PreparedSample.BILL.at(folder.resolve("kept"));
        JsonNode kept = CommandLineRun.of("plans", "import", plan("roadmap.csv"), plan("budgets.csv"), "--json",
                "--workspace", workspace).json();
        assertThat(kept.get("budgets")).hasSize(6);
        assertThat(kept.get("projects")).hasSize(3);
        assertThat(CommandLineRun.of("forecast", "--json", "--workspace", workspace).json())
                .isEqualTo(CommandLineRun.of("forecast", "--json", "--budget", plan("budgets.csv"), "--roadmap",
                        plan("roadmap.csv"), "--workspace", workspace).json());
        assertThat(CommandLineRun.of("forecast", "--by", "ServiceName", "--top", "1", "--json", "--workspace",
                workspace).exitCode()).isZero();
        CommandLineRun.of("plans", "clear", "--workspace", workspace);
        assertThat(CommandLineRun.of("forecast", "--json", "--workspace", workspace).json().get("budgets")).isEmpty();
        assertThat(CommandLineRun.of("plans", "show", "--workspace", workspace).out())
                .contains("No budgets and no roadmap are kept.");
    }

    @Test
    void ofSeveralPlansNoneIsKeptIfOneCanNotBeRead() throws IOException {
        Path workspace = PreparedSample.BILL.at(folder.resolve("halves"));
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "period,amount,currency\n2026-13,1,USD\n");
        assertThat(CommandLineRun.of("plans", "import", plan("roadmap.csv"), wrong, "--json", "--workspace", workspace)
                .error().get("code").asString()).isEqualTo("ROW_UNREADABLE");
        assertThat(CommandLineRun.of("plans", "show", "--json", "--workspace", workspace).json().get("projects"))
                .isEmpty();
    }
}
