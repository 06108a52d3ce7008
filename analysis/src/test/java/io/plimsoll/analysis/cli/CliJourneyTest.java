package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole loop in a terminal, a command after the other on one workspace; every answer is read as a script would read it.
class CliJourneyTest {
    private static final String WORKLOAD = "multimodal-feature-extraction";
    private static final String BRANCH = "finops/terminal";

    @TempDir
    Path folder;

    private final JsonNode answers = Script.expected();
    private Script script;

    @Test
    void fromTheFirstFileToTheReport() throws IOException {
        script = new Script(folder.resolve("case.plimsoll"));
        importTheBill();
        importAgainReplaces();
        JsonNode telemetry = script.answer(0, "import", SampleCase.folder().resolve("telemetry"));
        assertThat(telemetry.get("telemetry").get("samples").asLong()).isPositive();
        assertThat(telemetry.get("telemetry").get("rejected").asLong()).isZero();
        assertThat(script.answer(0, "rejects")).isEmpty();
        askForCosts();
        addTheClone();
        label();
        askWhoOwnsAValue();
        size();
        String commit = proposeAndCommit();
        undo(commit);
        checkTheLedger();
        Path report = folder.resolve("report.html");
        assertThat(script.answer(0, "report", "--html", report).get("report").asString()).isEqualTo(report.toString());
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains(WORKLOAD, "60,164.04");
    }

    private void askWhoOwnsAValue() {
        JsonNode memory = script.answer(0, "repo", "owner", WORKLOAD, "memory").valueStream()
                .filter(each -> each.get("container").asString().equals("executor")).findFirst().orElseThrow();
        assertThat(memory.get("file").asString()).isEqualTo("data-pipelines/vision/application.yaml");
        assertThat(memory.get("path").asString()).isEqualTo("spec.source.helm.values>sparkJob.memory");
        assertThat(memory.get("note").asString()).isEqualTo("made of 16Gi");
        assertThat(memory.get("shadowed").get(0).get("file").asString())
                .isEqualTo("data-pipelines/multimodal-feature-extraction/values.yaml");
        assertThat(memory.get("cost").get("USD").asString()).isNotEmpty();
        JsonNode shared = script.answer(0, "repo", "owner", "ocr-workers", "storage").get(0);
        assertThat(shared.get("shared_by").get(0).asString()).isEqualTo("overlays/dev");
        assertThat(script.run("repo", "owner", WORKLOAD, "partitions").exitCode()).isEqualTo(1);
    }

    private void importTheBill() {
        JsonNode loaded = script.answer(0, "import", SampleCase.folder().resolve("billing"));
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
        JsonNode again = script.answer(0, "import", SampleCase.folder().resolve("billing"));
        assertThat(again.get("replaced").asLong()).isEqualTo(again.get("loaded").asLong());
        JsonNode sum = script.answer(0, "query",
                "SELECT count(*) AS rows, sum(\"BilledCost\") AS billed, sum(\"EffectiveCost\") AS effective FROM charge");
        JsonNode totals = answers.get("controlTotals").get("USD");
        assertThat(sum.get(0).get("rows").asLong()).isEqualTo(totals.get("rows").asLong());
        assertThat(Script.money(sum.get(0).get("billed"))).isEqualByComparingTo(Script.money(totals.get("billed")));
        assertThat(Script.money(sum.get(0).get("effective")))
                .isEqualByComparingTo(Script.money(totals.get("effective")));
    }

    private void askForCosts() {
        JsonNode costs = script.answer(0, "costs", "--by", "ServiceName", "--grain", "month");
        assertThat(costs.get("metric").asString()).isEqualTo("effective");
        assertThat(costs.get("currency").asString()).isEqualTo("USD");
        assertThat(costs.get("from").asString()).isEqualTo(answers.get("firstDay").asString());
        assertThat(costs.get("to").asString()).isEqualTo(answers.get("lastDay").asString());
        assertThat(costs.get("incompleteFrom").asString()).isEqualTo(answers.get("incompleteFrom").asString());
        assertThat(costs.get("rows")).allSatisfy(row -> {
            assertThat(row.get("ServiceName").isString()).isTrue();
            assertThat(row.get("period").asString()).matches("2026-(07|08|09|10)(-01)?");
        });
        assertThat(sum(costs))
                .isEqualByComparingTo(Script.money(answers.get("controlTotals").get("USD").get("effective")));
        JsonNode top = script.answer(0, "costs", "--by", "ServiceName", "--top", "2");
        assertThat(top.get("rows")).hasSize(2);
        assertThat(sum(top).add(Script.money(top.get("residual")))).isEqualByComparingTo(sum(costs));
    }

    private static BigDecimal sum(JsonNode costs) {
        return costs.get("rows").valueStream().map(row -> Script.money(row.get("cost"))).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    private void addTheClone() {
        JsonNode added = script.answer(0, "repo", "add", SampleCase.clone(folder.resolve("clone")));
        assertThat(added.get("branch").asString()).isEqualTo("main");
        assertThat(added.get("head").asString()).matches("[0-9a-f]{40}");
        assertThat(script.answer(0, "repo", "knobs").valueStream()
                .map(knob -> String.join(" ", knob.get("file").asString(), knob.get("path").asString(),
                        knob.get("value").asString(), knob.get("editable").asString())))
                .contains("data-pipelines/vision/application.yaml spec.source.helm.values>sparkJob.replicas 9 true");
        JsonNode workloads = script.answer(0, "workloads");
        assertThat(workloads.get("workloads").valueStream()
                .filter(each -> each.get("state").asString().equals("matched"))
                .map(each -> each.get("name").asString()))
                .contains(WORKLOAD);
        assertThat(workloads.get("blindSpots")).hasSize(answers.get("blindSpots").size());
    }

    private void label() {
        JsonNode findings = script.answer(0, "anomalies");
        assertThat(findings).hasSize(answers.get("anomalies").size());
        String id = findings.get(0).get("id").asString();
        script.answer(0, "label", id, "real");
        assertThat(script.answer(0, "explain", id).get("label").asString()).isEqualTo("real");
    }

    private void size() {
        JsonNode advices = script.answer(0, "rightsize");
        assertThat(advices).allSatisfy(each -> {
            assertThat(each.get("workload").get("name").asString()).isNotBlank();
            assertThat(each.get("grade").asString()).matches("[A-D]");
            assertThat(each.get("codes").isArray()).isTrue();
        });
        JsonNode advice = script.answer(0, "rightsize", "--workload", WORKLOAD).get(0);
        JsonNode expected = answers.get("rightsizing").get(0);
        assertThat(expected.get("workload").asString()).isEqualTo(WORKLOAD);
        assertThat(advice.get("current").get("replicas").asInt()).isEqualTo(9);
        assertThat(advice.get("proposed").get("replicas").asInt())
                .isEqualTo(expected.get("expected").get("replicas").asInt());
        assertThat(Script.money(advice.get("monthlySaving")))
                .isEqualByComparingTo(Script.money(expected.get("monthlySaving")));
        assertThat(advice.get("risk").propertyNames()).contains("throttled", "oomPerMonth", "bound", "unmet",
                "throttledBound", "unmetBound", "oomBound", "oomPerDayBumped");
        assertThat(advice.get("risk").get("throttled").isNumber()).isTrue();
        assertThat(advice.get("risk").get("oomBound").asDouble()).isPositive();
        assertThat(script.run("rightsize", "--oom", "0").error().get("code").asString()).isEqualTo("PARAM_RANGE");
        assertThat(advice.get("strategies")).hasSizeGreaterThan(3).allSatisfy(
                each -> assertThat(each.get("name").asString() + each.get("size") + each.get("replay")).isNotBlank());
    }

    private String proposeAndCommit() {
        JsonNode proposed = script.answer(1, "propose", "--workload", WORKLOAD);
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
        assertThat(Script.money(proposed.get("monthlySaving")))
                .isEqualByComparingTo(Script.money(answers.get("rightsizing").get(0).get("monthlySaving")));

        CommandLineRun stopped = script.run("commit", "--branch", BRANCH);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.error().get("message").asString()).contains("step-cap");
        JsonNode made = script.answer(0, "commit", "--branch", BRANCH, "--override", "step-cap=the backfill is over");
        assertThat(made.get("branch").asString()).isEqualTo(BRANCH);
        assertThat(made.get("signed").asBoolean()).isFalse();
        assertThat(made.get("commits")).hasSize(1);
        return made.get("commits").get(0).asString();
    }

    private void undo(String commit) {
        JsonNode undone = script.answer(0, "undo", commit);
        assertThat(undone.get("branch").asString()).isEqualTo(BRANCH);
        assertThat(undone.get("commits").get(0).asString()).matches("[0-9a-f]{40}").isNotEqualTo(commit);
    }

    private void checkTheLedger() {
        assertThat(script.text("ledger"))
                .contains("focus-2026-07.csv.gz", " on " + BRANCH, "takes back ");
        JsonNode ledger = script.answer(0, "ledger");
        assertThat(ledger.get("intact").asBoolean()).isTrue();
        assertThat(ledger.get("entries").asInt()).isEqualTo(ledger.get("ledger").size());
        assertThat(ledger.get("ledger").valueStream().map(entry -> entry.get("kind").asString()))
                .contains("repository", "label", "commit", "undo");
        assertThat(ledger.get("head").asString())
                .isEqualTo(ledger.get("ledger").get(ledger.get("ledger").size() - 1).get("hash").asString());
    }
}
