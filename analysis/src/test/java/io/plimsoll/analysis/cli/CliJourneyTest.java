package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole loop in a terminal, a command after the other on one workspace; every answer is read as a script would read it.
class CliJourneyTest {
    private static final String WORKLOAD = "multimodal-feature-extraction";
    private static final String BRANCH = "finops/terminal";
    private static final String EC2 = "Amazon Elastic Compute Cloud";

    @TempDir
    Path folder;

    private final JsonNode answers = answers();

    private static JsonNode answers() {
        try {
            return JsonMapper.shared().readTree(Files.readString(SampleCase.folder().resolve("ANSWERS.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void fromTheFirstFileToTheReport() throws IOException {
        importTheBill();
        importAgainReplaces();
        JsonNode telemetry = answer(0, "import", SampleCase.folder().resolve("telemetry"));
        assertThat(telemetry.get("telemetry").get("samples").asLong()).isPositive();
        assertThat(telemetry.get("telemetry").get("rejected").asLong()).isZero();
        assertThat(answer(0, "rejects")).isEmpty();
        askForCosts();
        addTheClone();
        explainAndLabel();
        sayWhatIsNoNews();
        askWhoOwnsAValue();
        size();
        String commit = proposeAndCommit();
        undo(commit);
        checkTheLedger();
        Path report = folder.resolve("report.html");
        assertThat(answer(0, "report", "--html", report).get("report").asString()).isEqualTo(report.toString());
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains(WORKLOAD, "60,164.04");
    }

    private void askWhoOwnsAValue() {
        JsonNode memory = answer(0, "repo", "owner", WORKLOAD, "memory").valueStream()
                .filter(each -> each.get("container").asString().equals("executor")).findFirst().orElseThrow();
        assertThat(memory.get("file").asString()).isEqualTo("data-pipelines/vision/application.yaml");
        assertThat(memory.get("path").asString()).isEqualTo("spec.source.helm.values>sparkJob.memory");
        assertThat(memory.get("note").asString()).isEqualTo("made of 16Gi");
        assertThat(memory.get("shadowed").get(0).get("file").asString())
                .isEqualTo("data-pipelines/multimodal-feature-extraction/values.yaml");
        assertThat(memory.get("cost").get("USD").asString()).isNotEmpty();
        JsonNode shared = answer(0, "repo", "owner", "ocr-workers", "storage").get(0);
        assertThat(shared.get("shared_by").get(0).asString()).isEqualTo("overlays/dev");
        assertThat(run("repo", "owner", WORKLOAD, "partitions").exitCode()).isEqualTo(1);
    }

    private JsonNode answer(int exitCode, Object... command) {
        CommandLineRun run = run(command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        return run.json();
    }

    private CommandLineRun run(Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", folder.resolve("case.plimsoll")));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    private void importTheBill() {
        JsonNode loaded = answer(0, "import", SampleCase.folder().resolve("billing"));
        JsonNode totals = answers.get("controlTotals").get("USD");
        assertThat(loaded.get("loaded").asLong()).isEqualTo(totals.get("rows").asLong());
        long excluded = loaded.get("excluded").valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(loaded.get("read").asLong())
                .isEqualTo(loaded.get("loaded").asLong() + excluded + loaded.get("rejected").asLong());
        assertThat(loaded.get("replaced").asLong()).isZero();
        assertThat(loaded.get("totals").propertyNames()).containsExactly("USD");
        for (String cost : List.of("billed", "effective", "list", "contracted")) {
            assertThat(loaded.get("totals").get("USD").get(cost).asString()).as(cost)
                    .isEqualTo(totals.get(cost).asString());
        }
        assertThat(loaded.get("files")).hasSize(4).allSatisfy(file -> {
            assertThat(file.get("file").asString()).contains("focus-2026-");
            assertThat(file.get("profile").asString()).isEqualTo("focus");
            assertThat(file.get("sha256").asString()).matches("[0-9a-f]{64}");
            assertThat(file.get("loaded").asLong()).isPositive();
            assertThat(file.get("rejected").asLong()).isZero();
        });
    }

    private void importAgainReplaces() {
        JsonNode again = answer(0, "import", SampleCase.folder().resolve("billing"));
        assertThat(again.get("replaced").asLong()).isEqualTo(again.get("loaded").asLong());
        JsonNode sum = answer(0, "query",
                "SELECT count(*) AS rows, sum(\"BilledCost\") AS billed, sum(\"EffectiveCost\") AS effective FROM charge");
        JsonNode totals = answers.get("controlTotals").get("USD");
        assertThat(sum.get(0).get("rows").asLong()).isEqualTo(totals.get("rows").asLong());
        assertThat(money(sum.get(0).get("billed"))).isEqualByComparingTo(money(totals.get("billed")));
        assertThat(money(sum.get(0).get("effective"))).isEqualByComparingTo(money(totals.get("effective")));
    }

    private void askForCosts() {
        JsonNode costs = answer(0, "costs", "--by", "ServiceName", "--grain", "month");
        assertThat(costs.get("metric").asString()).isEqualTo("effective");
        assertThat(costs.get("currency").asString()).isEqualTo("USD");
        assertThat(costs.get("from").asString()).isEqualTo(answers.get("firstDay").asString());
        assertThat(costs.get("to").asString()).isEqualTo(answers.get("lastDay").asString());
        assertThat(costs.get("incompleteFrom").asString()).isEqualTo(answers.get("incompleteFrom").asString());
        assertThat(costs.get("rows")).allSatisfy(row -> {
            assertThat(row.get("ServiceName").isString()).isTrue();
            assertThat(row.get("period").asString()).matches("2026-(07|08|09|10)(-01)?");
        });
        assertThat(sum(costs)).isEqualByComparingTo(money(answers.get("controlTotals").get("USD").get("effective")));
        JsonNode top = answer(0, "costs", "--by", "ServiceName", "--top", "2");
        assertThat(top.get("rows")).hasSize(2);
        assertThat(sum(top).add(money(top.get("residual")))).isEqualByComparingTo(sum(costs));
    }

    private static BigDecimal sum(JsonNode costs) {
        return costs.get("rows").valueStream().map(row -> money(row.get("cost"))).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /// Money is text in plain decimal.
    private static BigDecimal money(JsonNode amount) {
        assertThat(amount.isString()).as("%s is text", amount).isTrue();
        assertThat(amount.asString()).matches("-?\\d+(\\.\\d+)?");
        return new BigDecimal(amount.asString());
    }

    private void addTheClone() {
        JsonNode added = answer(0, "repo", "add", SampleCase.clone(folder.resolve("clone")));
        assertThat(added.get("branch").asString()).isEqualTo("main");
        assertThat(added.get("head").asString()).matches("[0-9a-f]{40}");
        assertThat(answer(0, "repo", "knobs").valueStream()
                .map(knob -> String.join(" ", knob.get("file").asString(), knob.get("path").asString(),
                        knob.get("value").asString(), knob.get("editable").asString())))
                .contains("data-pipelines/vision/application.yaml spec.source.helm.values>sparkJob.replicas 9 true");
        JsonNode workloads = answer(0, "workloads");
        assertThat(workloads.get("workloads").valueStream()
                .filter(each -> each.get("state").asString().equals("matched"))
                .map(each -> each.get("name").asString()))
                .contains(WORKLOAD);
        assertThat(workloads.get("blindSpots")).hasSize(answers.get("blindSpots").size());
    }

    private void explainAndLabel() {
        JsonNode findings = answer(0, "anomalies");
        assertThat(findings).hasSize(answers.get("anomalies").size()).allSatisfy(each -> {
            assertThat(each.get("id").asString()).isNotBlank();
            assertThat(each.get("domain").asString()).isEqualTo("cost");
            assertThat(each.get("start").asString()).isLessThanOrEqualTo(each.get("end").asString());
            assertThat(money(each.get("impact"))).isNotZero();
            assertThat(each.get("currency").asString()).isEqualTo("USD");
            assertThat(each.get("confidence").asDouble()).isBetween(0.0, 1.0);
            assertThat(each.get("provisional").isBoolean()).isTrue();
            assertThat(each.get("causes").isArray() && each.get("commits").isArray()).isTrue();
        });
        JsonNode shift = findings.valueStream()
                .filter(each -> WORKLOAD.equals(each.get("key").path("tag:app.kubernetes.io/name").asString("")))
                .findFirst().orElseThrow();
        assertThat(shift.get("key").get("ServiceName").asString()).isEqualTo(EC2);
        String id = shift.get("id").asString();
        JsonNode explained = answer(0, "explain", id);
        assertThat(explained.get("id").asString()).isEqualTo(id);
        assertThat(explained.get("commitSentences").get(0).asString()).contains("replicas 3 to 9");
        JsonNode bridge = explained.get("bridge");
        assertThat(List.of("before", "volume", "mix", "price", "started", "ended", "other").stream()
                .map(part -> money(bridge.get(part))).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(money(bridge.get("after")));
        answer(0, "label", id, "real");
        assertThat(answer(0, "explain", id).get("label").asString()).isEqualTo("real");
        CommandLineRun unknown = run("explain", "no-such-finding");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.error().get("code").asString()).isEqualTo("UNKNOWN_FINDING");
    }

    private void sayWhatIsNoNews() {
        JsonNode all = answer(0, "anomalies");
        List<String> ids = all.valueStream().map(each -> each.get("id").asString()).toList();
        assertThat(all.get(0).get("status").asString()).isEqualTo("labelled");
        assertThat(all.get(0).get("mutedBy").isNull()).isTrue();
        JsonNode said = answer(0, "label", ids.get(1), ids.get(2), "useless");
        assertThat(said.get("ids")).hasSize(2);
        JsonNode planned = answer(0, "planned", "add", "Freeze", "--from", "2026-07-01", "--until", "2026-10-31",
                "--where", "ServiceName=" + all.get(3).get("key").get("ServiceName").asString(), "--up-to", "1 USD");
        assertThat(planned.get("upTo").asString()).isEqualTo("1");
        assertThat(answer(0, "planned", "list").get(0)).isEqualTo(planned);
        assertThat(answer(0, "anomalies").valueStream().map(each -> each.get("id").asString()))
                .hasSize(ids.size() - 2).doesNotContain(ids.get(1), ids.get(2));
        assertThat(answer(0, "anomalies", "--all").valueStream()
                .filter(each -> each.get("id").asString().equals(ids.get(1))).findFirst().orElseThrow().get("mutedBy")
                .asString()).isEqualTo(ids.get(1));
        assertThat(CommandLineRun.of("anomalies", "--workspace", folder.resolve("case.plimsoll")).out())
                .contains("2 muted by your labels (--all shows them)", "It is larger than was said.");
        JsonNode alerts = answer(0, "alerts", "--budget", "3");
        assertThat(alerts.get("current").get("budget").asInt()).isEqualTo(3);
        assertThat(alerts.get("current").get("real").asInt()).isEqualTo(1);
        assertThat(alerts.get("current").get("useless").asInt()).isEqualTo(2);
        assertThat(alerts.get("current").get("precision").get("enough").asBoolean()).isFalse();
        assertThat(CommandLineRun.of("alerts", "--workspace", folder.resolve("case.plimsoll")).out())
                .contains("this setting would have fired", "1 real", "too few labels");
        answer(0, "alerts", "--budget", "none");
        answer(0, "planned", "remove", planned.get("id").asString());
        answer(0, "label", ids.get(1), ids.get(2), "none");
        assertThat(answer(0, "anomalies")).hasSize(ids.size());
        assertThat(run("planned", "add", "Freeze", "--from", "2026-07-01", "--until", "2026-10-31").error().get("code")
                .asString()).isEqualTo("PLANNED_NOWHERE");
    }

    private void size() {
        JsonNode advices = answer(0, "rightsize");
        assertThat(advices).allSatisfy(each -> {
            assertThat(each.get("workload").get("name").asString()).isNotBlank();
            assertThat(each.get("grade").asString()).matches("[A-D]");
            assertThat(each.get("codes").isArray()).isTrue();
        });
        JsonNode advice = answer(0, "rightsize", "--workload", WORKLOAD).get(0);
        JsonNode expected = answers.get("rightsizing").get(0);
        assertThat(expected.get("workload").asString()).isEqualTo(WORKLOAD);
        assertThat(advice.get("current").get("replicas").asInt()).isEqualTo(9);
        assertThat(advice.get("proposed").get("replicas").asInt())
                .isEqualTo(expected.get("expected").get("replicas").asInt());
        assertThat(money(advice.get("monthlySaving"))).isEqualByComparingTo(money(expected.get("monthlySaving")));
        assertThat(advice.get("risk").propertyNames()).contains("throttled", "oomPerMonth", "bound", "unmet",
                "throttledBound", "unmetBound", "oomBound", "oomPerDayBumped");
        assertThat(advice.get("risk").get("throttled").isNumber()).isTrue();
        assertThat(advice.get("risk").get("oomBound").asDouble()).isPositive();
        assertThat(run("rightsize", "--oom", "0").error().get("code").asString()).isEqualTo("PARAM_RANGE");
        assertThat(advice.get("strategies")).hasSizeGreaterThan(3).allSatisfy(
                each -> assertThat(each.get("name").asString() + each.get("size") + each.get("replay")).isNotBlank());
        weigh();
    }

    private void weigh() {
        JsonNode one = answer(0, "rightsize", "--frontier", "--workload", WORKLOAD);
        assertThat(one.get("frontier")).hasSizeGreaterThan(3);
        assertThat(one.get("marks").get(0).get("mark").asString()).isEqualTo("now");
        JsonNode all = answer(0, "rightsize", "--frontier", "--hours", "25").get(0);
        assertThat(all.get("plan").get("troubledHours").asDouble()).isLessThanOrEqualTo(25);
        assertThat(money(all.get("plan").get("monthlyCost"))).isLessThan(money(all.get("now").get("monthlyCost")));
        assertThat(all.get("changes")).isNotEmpty();
        JsonNode league = answer(0, "rightsize", "--league").get(0);
        assertThat(league.get("currency").asString()).isEqualTo("USD");
        assertThat(league.get("strategies").get(0).get("name").asString()).isEqualTo("now");
    }

    private String proposeAndCommit() {
        JsonNode proposed = answer(1, "propose", "--workload", WORKLOAD);
        assertThat(proposed.get("files")).hasSize(1);
        JsonNode file = proposed.get("files").get(0);
        assertThat(file.get("file").asString()).isEqualTo("data-pipelines/vision/application.yaml");
        assertThat(file.get("edits").valueStream()
                .map(edit -> edit.get("old").asString() + " " + edit.get("new").asString()))
                .containsExactlyInAnyOrder("9 3", "4 2", "16Gi 8Gi");
        assertThat(file.get("diff").asString().lines().filter(line -> line.matches("[+-] .*"))).hasSize(6);
        assertThat(proposed.get("guards").valueStream().filter(guard -> !guard.get("passed").asBoolean())
                .map(guard -> guard.get("rule").asString() + " " + guard.get("severity").asString()))
                .containsExactly("step-cap block");
        assertThat(money(proposed.get("monthlySaving")))
                .isEqualByComparingTo(money(answers.get("rightsizing").get(0).get("monthlySaving")));

        CommandLineRun stopped = run("commit", "--branch", BRANCH);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.error().get("message").asString()).contains("step-cap");
        JsonNode made = answer(0, "commit", "--branch", BRANCH, "--override", "step-cap=the backfill is over");
        assertThat(made.get("branch").asString()).isEqualTo(BRANCH);
        assertThat(made.get("signed").asBoolean()).isFalse();
        assertThat(made.get("commits")).hasSize(1);
        return made.get("commits").get(0).asString();
    }

    private void undo(String commit) {
        JsonNode undone = answer(0, "undo", commit);
        assertThat(undone.get("branch").asString()).isEqualTo(BRANCH);
        assertThat(undone.get("commits").get(0).asString()).matches("[0-9a-f]{40}").isNotEqualTo(commit);
    }

    private void checkTheLedger() {
        assertThat(CommandLineRun.of("ledger", "--workspace", folder.resolve("case.plimsoll")).out())
                .contains("focus-2026-07.csv.gz", " on " + BRANCH, "takes back ");
        JsonNode ledger = answer(0, "ledger");
        assertThat(ledger.get("intact").asBoolean()).isTrue();
        assertThat(ledger.get("entries").asInt()).isEqualTo(ledger.get("ledger").size());
        assertThat(ledger.get("ledger").valueStream().map(entry -> entry.get("kind").asString()))
                .contains("repository", "label", "commit", "undo");
        assertThat(ledger.get("head").asString())
                .isEqualTo(ledger.get("ledger").get(ledger.get("ledger").size() - 1).get("hash").asString());
    }
}
