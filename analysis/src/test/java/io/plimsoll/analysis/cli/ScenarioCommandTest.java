package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.SampleWorkbench;

import static org.assertj.core.api.Assertions.assertThat;

/// Scenarios of the sample case over the command line.
class ScenarioCommandTest {
    @TempDir
    static Path folder;
    private static Path workspace;

    @BeforeAll
    static void load() throws IOException {
        try (Workbench workbench = SampleWorkbench.open(folder, true, true)) {
            workspace = workbench.folder();
        }
    }

    @Test
    void aScenarioIsMadeShownProposedAndRemoved() {
        assertThat(run("scenario", "new", "autumn").exitCode()).isZero();
        CommandLineRun step = run("scenario", "step", "autumn", "--workload", "caption-encoder", "--cpu", "1500m",
                "--memory", "6Gi", "--note", "after the sale", "--when", "2026-12-01", "--json");
        assertThat(step.exitCode()).isZero();
        assertThat(step.json().at("/wanted/replicas").asInt()).isEqualTo(6);
        assertThat(run("scenario", "step", "autumn", "--workload", "quality-gate", "--cpu", "450m", "--memory", "1Gi")
                .exitCode()).isZero();
        shown();
        proposed();
        assertThat(run("scenario", "list", "--json").json().get(0).get("steps").asInt()).isEqualTo(2);
        assertThat(run("scenario", "remove", "autumn", "--workload", "quality-gate").exitCode()).isZero();
        assertThat(run("scenario", "show", "autumn", "--json").json().get("steps")).hasSize(1);
        assertThat(run("scenario", "remove", "autumn").exitCode()).isZero();
        assertThat(run("scenario", "list").out()).doesNotContain("autumn");
    }

    private static void shown() {
        JsonNode shown = run("scenario", "show", "autumn", "--json").json();
        JsonNode encoder = shown.get("steps").get(0);
        assertThat(encoder.at("/saving/cashFrom").asString()).isEqualTo("2027-09-08");
        assertThat(encoder.at("/nodes/now/nodes").asInt()).isEqualTo(6);
        assertThat(encoder.at("/nodes/then/nodes").asInt()).isEqualTo(3);
        assertThat(encoder.get("note").asString()).isEqualTo("after the sale");
        JsonNode total = shown.get("totals").get(0);
        assertThat(total.get("currency").asString()).isEqualTo("USD");
        assertThat(amount(total, "cash")).isLessThan(amount(total, "effective"));
        assertThat(shown.get("problems")).isEmpty();
        assertThat(run("scenario", "show", "autumn").out()).contains("Together a month: list",
                "Nodes packed once for all steps", "lake-compute-1y",
                "neither bill nor cluster tells the type of its nodes; m6i.xlarge is assumed");
    }

    private static void proposed() {
        CommandLineRun proposed = run("propose", "--scenario", "autumn", "--json");
        assertThat(proposed.json().get("files").findValuesAsString("file")).anyMatch(file -> file.contains("caption"))
                .anyMatch(file -> file.contains("quality-gate"));
        assertThat(amount(proposed.json(), "monthlySaving")).isPositive();
    }

    @Test
    void wrongWordsAreRefusedByCode() {
        assertThat(run("scenario", "show", "none", "--json").error().get("code").asString())
                .isEqualTo("SCENARIO_UNKNOWN");
        assertThat(run("scenario", "new", "spring").exitCode()).isZero();
        assertThat(refused("--workload", "nobody")).isEqualTo("WORKLOAD_UNKNOWN");
        assertThat(refused("--workload", "quality-gate", "--cpu", "many")).isEqualTo("QUANTITY");
        assertThat(refused("--workload", "quality-gate", "--spot", "2")).isEqualTo("SPOT_SHARE");
        assertThat(refused("--workload", "quality-gate", "--replicas", "-1")).isEqualTo("REPLICAS");
        assertThat(refused("--workload", "quality-gate", "--node-type", "abacus")).isEqualTo("NODE_TYPE");
        for (String[] nasty : new String[][]{{"--cpu=-1"}, {"--cpu", "1e30"}, {"--cpu-limit=-2"}, {"--memory=-4Gi"},
            {"--memory", "9999999999999Gi"}, {"--memory", "NaN"}, {"--memory-limit=-1"}, {"--cpu", "Infinity"}}) {
            assertThat(refused("--workload", "quality-gate", nasty)).as(nasty[0]).isEqualTo("QUANTITY");
        }
        assertThat(refused("--workload", "quality-gate", "--growth", "NaN")).isEqualTo("GROWTH");
        assertThat(refused("--workload", "quality-gate", "--replicas", "2000000000")).isEqualTo("REPLICAS");
        assertThat(refused("--workload", "quality-gate", "--memory", "4Gi", "--memory-limit", "1Gi"))
                .isEqualTo("LIMIT_BELOW_REQUEST");
        assertThat(refused("--workload", "quality-gate", "--cpu", "2", "--cpu-limit", "1"))
                .isEqualTo("LIMIT_BELOW_REQUEST");
        assertThat(refused("--workload", "quality-gate", "--note", "x".repeat(10_000))).isEqualTo("STEP_NOTE");
        assertThat(run("propose", "--scenario", "spring", "--json").error().get("code").asString())
                .isEqualTo("NO_STEPS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tab\there", "line\nbreak", "nul\0", "\u001b[31mred", " edge "})
    void aNameThatCouldNotBeShownIsRefused(String name) {
        assertThat(run("scenario", "new", name, "--json").error().get("code").asString()).isEqualTo("SCENARIO_NAME");
    }

    /// A name is a value, never a path, a formula or a part of a question.
    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "'); DROP TABLE scenario; --", "=HYPERLINK(\"x\")", "%s%n", "größe–日本"})
    void anyOtherNameIsKeptAsItIs(String name) {
        assertThat(run("scenario", "new", name, "--json").json().get("name").asString()).isEqualTo(name);
        assertThat(
                run("scenario", "step", name, "--workload", "quality-gate", "--cpu", "500m", "--note", name, "--json")
                        .json().get("note").asString())
                .isEqualTo(name);
        assertThat(run("scenario", "show", name, "--json").json().get("name").asString()).isEqualTo(name);
        assertThat(run("scenario", "remove", name).exitCode()).isZero();
        assertThat(run("scenario", "show", name, "--json").error().get("code").asString())
                .isEqualTo("SCENARIO_UNKNOWN");
    }

    private static String refused(String option, String workload, String[] more) {
        String[] words = new String[more.length + 2];
        words[0] = option;
        words[1] = workload;
        System.arraycopy(more, 0, words, 2, more.length);
        return refused(words);
    }

    private static String refused(String... words) {
        Object[] all = new Object[words.length + 4];
        all[0] = "scenario";
        all[1] = "step";
        all[2] = "spring";
        System.arraycopy(words, 0, all, 3, words.length);
        all[all.length - 1] = "--json";
        return run(all).error().get("code").asString();
    }

    private static BigDecimal amount(JsonNode object, String field) {
        return new BigDecimal(object.get(field).asString());
    }

    private static CommandLineRun run(Object... words) {
        return CommandLineRun.on(workspace, words);
    }
}
