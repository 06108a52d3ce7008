package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.repository.GitRepository;

import static org.assertj.core.api.Assertions.assertThat;

/// Commands that answer from the bill and the clone of the sample case.
class SampleCaseCommandsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void load() {
        PreparedSample.BILL.at(folder.resolve("w"));
        run("repo", "add", SampleCase.clone(folder.resolve("clone")));
    }

    private static CommandLineRun run(Object... command) {
        Object[] words = Stream.concat(Arrays.stream(command),
                Stream.of("--workspace", folder.resolve("w"))).toArray();
        CommandLineRun run = CommandLineRun.of(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void itsTotalIsTheBillsCostOfTheService() {
        JsonNode ledger = run("observability", "--json").json();
        JsonNode costs = run("costs", "--by", "BillingCurrency", "--filter", "ServiceName=Amazon CloudWatch", "--json")
                .json();
        JsonNode total = ledger.get("totals").get(0);
        assertThat(total.get("cost").isString()).isTrue();
        assertThat(money(total, "cost")).isEqualByComparingTo(money(costs, "total")).isPositive();
        assertThat(ledger.get("lines").valueStream().map(each -> money(each, "cost"))
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(money(total, "cost"));
        assertThat(ledger.propertyNames()).contains("from", "to", "sources", "agents", "metrics", "series", "sizing",
                "cuts", "remarks");
    }

    private static BigDecimal money(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asString());
    }

    @Test
    void theTextSaysShareSignalsAndWhatACutWouldBlind() {
        assertThat(run("observability").out()).contains("Observability 2026-07-01 to 2026-10-", " USD, ",
                " of the bill", "logs", "ingestion", "Amazon CloudWatch", "what it blinds");
    }

    @Test
    void theTextFitsOneScreenAndSaysMoneyFirst() {
        String out = run("observability").out();
        assertThat(out.lines().count()).isLessThan(30);
        assertThat(out).contains("1447.11 USD, 2.41 % of the bill. 2026-09: ", " than the month before.",
                "plimsoll observability --all");
        assertThat(out.lines().dropWhile(each -> !each.startsWith("could be cut")).skip(1).findFirst())
                .hasValueSatisfying(each -> assertThat(each).startsWith("drop-source").contains(" USD "));
        assertThat(run("observability", "--all").out()).contains("4 x the interval", "drop-source", "2894.2 GB",
                "Plimsoll reads no logs");
    }

    @Test
    void withoutABillThatIsSaid() {
        CommandLineRun run = CommandLineRun.of("import", SampleCase.folder().resolve("telemetry/vm-usage.csv.gz"),
                "--workspace", folder.resolve("empty"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CommandLineRun.of("observability", "--workspace", folder.resolve("empty")).out())
                .contains("No bill is loaded.");
    }

    /// The read-me names a finding, so it must be there as long as the cube has its first columns.
    @Test
    void theFindingThatTheReadMeExplainsIsFound() throws IOException {
        List<String> ids = Files.readAllLines(SampleCase.folder().resolveSibling("README.md")).stream()
                .takeWhile(line -> !line.contains(" cube set "))
                .filter(line -> line.matches("\\./plimsoll (explain|label) [0-9a-f]{12} .*"))
                .map(line -> line.split(" ")[2]).distinct().toList();
        assertThat(ids).isNotEmpty();
        assertThat(run("anomalies", "--json").json().valueStream().map(each -> each.get("id").asString()))
                .containsAll(ids);
    }

    @Test
    void whatAnUndoWouldDoIsShownAndNothingIsWritten() {
        JsonNode shift = run("anomalies", "--json").json().valueStream()
                .filter(each -> each.get("kind").asString().equals("level_shift")).findFirst().orElseThrow();
        String commit = shift.get("commits").get(0).get("id").asString();
        String head = head();
        assertThat(run("undo", commit.substring(0, 9), "--what-if").out()).contains("-          replicas: 9 ",
                "+          replicas: 3 ", "would save can't be told. No workload with telemetry",
                "Nothing was written.");
        JsonNode json = run("undo", commit, "--what-if", "--json").json();
        assertThat(json.get("commit").asString()).isEqualTo(commit);
        assertThat(json.get("values")).isNotEmpty().allSatisfy(each -> assertThat(each.get("file").asString())
                .isEqualTo("data-pipelines/vision/application.yaml"));
        assertThat(json.get("conflicts")).isEmpty();
        assertThat(head()).isEqualTo(head);
    }

    private static String head() {
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            return repository.head().commitId();
        }
    }

    @Test
    void plannedActivitiesAndAlertsAreToldInWords() {
        run("planned", "add", "Archive of scans", "--from", "2026-08-01", "--until", "2026-10-31", "--where",
                "ServiceName=Amazon Simple Storage Service", "--up-to", "5000 USD", "--up-to", "900%");
        assertThat(run("planned", "list").out()).contains("Archive of scans", "2026-08-01", "2026-10-31",
                "5000.00 USD, 900 %", "ServiceName=Amazon Simple Storage Service");
        assertThat(run("anomalies").out()).contains("1 planned (--all shows them)")
                .doesNotContain("Amazon Simple Storage Service");
        assertThat(run("anomalies", "--all").out()).contains("Amazon Simple Storage Service", "planned");
        assertThat(run("alerts").out()).contains("There is no alert budget: everything is heard.", "domain",
                "too few labels");
        assertThat(CommandLineRun.of("alerts", "--budget", "many", "--json", "--workspace", folder.resolve("w"))
                .error().get("code").asString()).isEqualTo("ALERT_BUDGET");
        run("planned", "remove", run("planned", "list", "--json").json().get(0).get("id").asString());
        assertThat(run("planned", "list", "--json").json()).isEmpty();
    }
}
