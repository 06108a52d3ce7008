package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.conformance.Conformance;

import static org.assertj.core.api.Assertions.assertThat;

class ConformanceCommandTest {
    private static final String CONFORMING = "/io/plimsoll/analysis/conformance/conforming.csv";

    @TempDir
    Path folder;

    private Path lake(String name, String from, String to) throws IOException {
        Path workspace = folder.resolve(name);
        try (var in = getClass().getResourceAsStream(CONFORMING)) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Path file = Files.writeString(folder.resolve(name + ".csv"),
                    from.isEmpty() ? text : text.replace(from, to));
            assertThat(CommandLineRun.of("import", file, "--workspace", workspace).exitCode()).isZero();
        }
        return workspace;
    }

    @Test
    void rowsThatConformExitWithZeroAndCountEveryRule() throws IOException {
        CommandLineRun run = CommandLineRun.of("conformance", "--json", "--supports", "all", "--workspace",
                lake("good", "", ""));
        assertThat(run.exitCode()).isZero();
        JsonNode report = run.json();
        assertThat(report.get("passed").asInt()).isEqualTo(377);
        assertThat(report.get("failed").asInt()).isZero();
        assertThat(report.get("notRunnable").asInt()).isEqualTo(42);
        assertThat(report.get("notApplicable").asInt()).isEqualTo(1);
        assertThat(report.get("rows").asInt()).isEqualTo(11);
        assertThat(report.get("rules").size()).isEqualTo(420);
        assertThat(report.get("supported").size()).isEqualTo(Conformance.criteria().size());
    }

    @Test
    void aMandatoryRuleThatFailedExitsWithOneAndShowsTheRow() throws IOException {
        Path workspace = lake("bad", "One-Time", "Once");
        CommandLineRun run = CommandLineRun.of("conformance", "--json", "--workspace", workspace);
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode rule = run.json().get("rules").valueStream()
                .filter(each -> each.get("id").asString().equals("ChargeFrequency-C-003-M")).findFirst().orElseThrow();
        assertThat(rule.get("state").asString()).isEqualTo("failed");
        assertThat(rule.get("failedRows").asInt()).isEqualTo(2);
        assertThat(rule.get("samples").get(0).get("line").asInt()).isEqualTo(5);
        assertThat(rule.get("samples").get(0).get("values").get("ChargeFrequency").asString()).isEqualTo("Once");
        CommandLineRun table = CommandLineRun.of("conformance", "--workspace", workspace);
        assertThat(table.out()).contains("ChargeFrequency-C-003-M", "11 rows of 1 file:")
                .doesNotContain("ChargeFrequency-C-001-M");
    }

    @Test
    void aRecommendationThatIsNotFollowedExitsWithZero() throws IOException {
        CommandLineRun run = CommandLineRun.of("conformance", "--json", "--workspace",
                lake("unit", "1000 API Requests", "1000 API requests per hours"));
        assertThat(run.json().get("failed").asInt()).isPositive();
        assertThat(run.json().get("mandatoryFailed").asInt()).isZero();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anUnknownCriterionIsWrongUsage() throws IOException {
        CommandLineRun run = CommandLineRun.of("conformance", "--supports", "MAGIC", "--workspace",
                lake("good", "", ""));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("UNKNOWN_CRITERION");
    }
}
