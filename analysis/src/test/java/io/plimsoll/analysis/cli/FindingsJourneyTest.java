package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;

import static org.assertj.core.api.Assertions.assertThat;

/// The findings of the sample case in a terminal: told, explained, labelled, muted. Each test has a workspace of its own.
class FindingsJourneyTest {
    private static final String WORKLOAD = "multimodal-feature-extraction";
    private static final String EC2 = "Amazon Elastic Compute Cloud";

    @TempDir
    Path folder;

    private final JsonNode answers = Script.expected();

    @Test
    void aFindingIsExplainedAndUndoneOnPaper() {
        Script script;
        try (Workbench workbench = SampleWorkbench.open(folder, true, true)) {
            script = new Script(workbench.folder());
        }
        JsonNode findings = script.answer(0, "anomalies");
        assertThat(findings).hasSize(answers.get("anomalies").size()).allSatisfy(each -> {
            assertThat(each.get("id").asString()).isNotBlank();
            assertThat(each.get("domain").asString()).isEqualTo("cost");
            assertThat(each.get("start").asString()).isLessThanOrEqualTo(each.get("end").asString());
            assertThat(Script.money(each.get("impact"))).isNotZero();
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
        JsonNode explained = script.answer(0, "explain", id);
        assertThat(explained.get("id").asString()).isEqualTo(id);
        assertThat(explained.get("commitSentences").get(0).asString()).contains("replicas 3 to 9");
        JsonNode revert = explained.get("revert");
        assertThat(revert.get("monthly").get(0).get("amount").asString()).startsWith("-");
        JsonNode whatIf = script.answer(0, "undo", revert.get("commit").asString().substring(0, 9), "--what-if");
        assertThat(whatIf.get("diff").asString()).contains("replicas: 9", "replicas: 3");
        JsonNode bridge = explained.get("bridge");
        assertThat(List.of("before", "volume", "mix", "price", "started", "ended", "other").stream()
                .map(part -> Script.money(bridge.get(part))).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(Script.money(bridge.get("after")));
        assertThat(explained.get("counterfactuals")).anySatisfy(each -> {
            assertThat(each.get("held").asString()).isEqualTo("driver");
            assertThat(each.get("sentence").asString()).startsWith("At 3 replicas of 2 cpu it would have cost ");
        });
        assertThat(Script.money(explained.get("monthlyExcess"))).isPositive();
        String sql = script.answer(0, "explain", id, "--sql").get("sql").asString();
        JsonNode days = script.answer(0, "query", sql);
        assertThat(
                days.valueStream().map(day -> Script.money(day.get("Cost"))).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(Script.money(days.get(0).get("Total")))
                .isEqualByComparingTo(Script.money(bridge.get("after")));
        assertThat(explained.get("sql").get("days").asString()).isEqualTo(sql);
    }

    @Test
    void whatIsSaidToBeNoNewsIsMutedUntilThatIsTakenBack() {
        Script script = new Script(PreparedSample.BILL.at(folder.resolve("w")));
        JsonNode all = script.answer(0, "anomalies");
        List<String> ids = all.valueStream().map(each -> each.get("id").asString()).toList();
        script.answer(0, "label", ids.get(0), "real");
        JsonNode said = script.answer(0, "label", ids.get(1), ids.get(2), "useless");
        assertThat(said.get("ids")).hasSize(2);
        JsonNode planned = script.answer(0, "planned", "add", "Freeze", "--from", "2026-07-01", "--until", "2026-10-31",
                "--where", "ServiceName=" + all.get(3).get("key").get("ServiceName").asString(), "--up-to", "1 USD");
        assertThat(planned.get("upTo").asString()).isEqualTo("1");
        ObjectNode listed = (ObjectNode) script.answer(0, "planned", "list").get(0);
        assertThat(listed.remove("note").asString()).isEmpty();
        assertThat(listed).isEqualTo(planned);
        JsonNode heard = script.answer(0, "anomalies");
        assertThat(heard.valueStream().map(each -> each.get("id").asString()))
                .hasSize(ids.size() - 2).doesNotContain(ids.get(1), ids.get(2));
        JsonNode real = heard.valueStream().filter(each -> each.get("id").asString().equals(ids.get(0))).findFirst()
                .orElseThrow();
        assertThat(real.get("status").asString()).isEqualTo("labelled");
        assertThat(real.get("mutedBy").isNull()).isTrue();
        assertThat(script.answer(0, "anomalies", "--all").valueStream()
                .filter(each -> each.get("id").asString().equals(ids.get(1))).findFirst().orElseThrow().get("mutedBy")
                .asString()).isEqualTo(ids.get(1));
        assertThat(script.text("anomalies"))
                .contains("2 muted by your labels (--all shows them)", "It is larger than was said.");
        JsonNode alerts = script.answer(0, "alerts", "--budget", "3");
        assertThat(alerts.get("current").get("budget").asInt()).isEqualTo(3);
        assertThat(alerts.get("current").get("real").asInt()).isEqualTo(1);
        assertThat(alerts.get("current").get("useless").asInt()).isEqualTo(2);
        assertThat(alerts.get("current").get("precision").get("enough").asBoolean()).isFalse();
        assertThat(script.text("alerts"))
                .contains("this setting would have fired", "1 real", "too few labels");
        script.answer(0, "alerts", "--budget", "none");
        script.answer(0, "planned", "remove", planned.get("id").asString());
        script.answer(0, "label", ids.get(1), ids.get(2), "none");
        assertThat(script.answer(0, "anomalies")).hasSize(ids.size());
        CommandLineRun unknown = script.run("explain", "no-such-finding");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.error().get("code").asString()).isEqualTo("UNKNOWN_FINDING");
        assertThat(script.run("planned", "add", "Freeze", "--from", "2026-07-01", "--until", "2026-10-31").error()
                .get("code")
                .asString()).isEqualTo("PLANNED_NOWHERE");
    }
}
