package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class WorkloadRulesCommandTest {
    private static final String PATTERN = "targetgroup/(?<name>[a-z]+)/.*";

    @TempDir
    Path folder;

    @BeforeEach
    void load() throws IOException {
        Path file = folder.resolve("latency.csv");
        Files.writeString(file, """
                                time,metric,value,TargetGroup
                                2026-10-01T00:00:00Z,request_latency_p95_seconds,0.2,targetgroup/api/1
                                2026-10-01T00:01:00Z,request_latency_p95_seconds,0.3,targetgroup/api/1
                                2026-10-01T00:00:00Z,request_latency_p95_seconds,0.2,targetgroup/web/1
                                """);
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
        }
    }

    private CommandLineRun run(String... words) {
        return CommandLineRun.of(Stream.concat(Stream.of("workloads"),
                Stream.concat(Stream.of(words), Stream.of("--workspace", folder.resolve("workspace").toString())))
                .toArray());
    }

    private List<String> names() {
        return run("--json").json().get("workloads").valueStream().map(each -> each.get("name").asString()).sorted()
                .toList();
    }

    @Test
    void aRuleIsTriedAddedSwitchedAndRemoved() {
        assertThat(names()).isEmpty();
        CommandLineRun tried = run("rule", "add", "telemetry", "label:TargetGroup", PATTERN, "--namespace", "shop",
                "--try");
        assertThat(tried.out()).startsWith("The rule would match 2.").contains("→ shop/api");
        assertThat(names()).isEmpty();
        assertThat(run("rule", "add", "telemetry", "label:TargetGroup", PATTERN, "--namespace", "shop").out())
                .startsWith("Rule 1 matches 2.");
        assertThat(names()).containsExactly("api", "web");
        assertThat(run("rule", "off", "1").exitCode()).isZero();
        assertThat(names()).isEmpty();
        assertThat(run("rule", "on", "1").exitCode()).isZero();
        assertThat(run("rule", "add", "telemetry", "label:TargetGroup", "targetgroup/api/.*", "--name", "first", "--at",
                "1").out()).startsWith("Rule 2 matches 1.");
        assertThat(names()).containsExactly("first", "web");
        JsonNode rules = run("rules", "--json").json();
        assertThat(rules.get("own")).extracting(each -> each.get("id").asLong()).containsExactly(2L, 1L);
        assertThat(rules.get("own").get(1).get("matches").asInt()).isEqualTo(2);
        assertThat(run("rule", "remove", "2").exitCode()).isZero();
        assertThat(names()).containsExactly("api", "web");
        JsonNode ledger = CommandLineRun.of("ledger", "--json", "--workspace", folder.resolve("workspace")).json();
        assertThat(ledger.toString()).contains("workload-rule");
    }

    @Test
    void oneOfPlimsollsRulesIsSwitchedByItsName() {
        assertThat(run("rule", "off", "same_name_only").exitCode()).isZero();
        JsonNode off = run("rules", "--json").json().get("rules").valueStream()
                .filter(each -> each.get("id").asString().equals("SAME_NAME_ONLY")).findFirst().orElseThrow();
        assertThat(off.get("on").asBoolean()).isFalse();
        assertThat(run("rules").out()).contains("SAME_NAME_ONLY");
        assertThat(run("rule", "off", "PIN", "--json").error().get("code").asString()).isEqualTo("RULE_FIXED");
    }

    @Test
    void whatCantBeARuleIsRefusedAndNothingIsSaved() {
        assertThat(run("rule", "add", "telemetry", "pod", "(.*a){20}", "--name", "x", "--json").error().get("code")
                .asString()).isEqualTo("RULE_SLOW");
        assertThat(run("rule", "add", "bill", "pod", ".*", "--name", "x", "--json").error().get("code").asString())
                .isEqualTo("RULE_FIELD");
        assertThat(run("rule", "remove", "7", "--json").error().get("code").asString()).isEqualTo("RULE_UNKNOWN");
        assertThat(run("rules", "--json").json().get("own")).isEmpty();
    }
}
