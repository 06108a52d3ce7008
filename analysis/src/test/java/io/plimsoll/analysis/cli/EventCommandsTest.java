package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;

import static org.assertj.core.api.Assertions.assertThat;

/// Events that are not of the bill. Two workloads of the sample case are measured for six weeks: kafka-connect takes three times its
/// processors two hours after a commit changed it, and the memory of all is not measured for one night.
class EventCommandsTest {
    private static final Instant FIRST = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-10-12T00:00:00Z");
    private static final Instant RISE = Instant.parse("2026-10-02T10:00:00Z");
    private static final Instant HOLE = Instant.parse("2026-09-24T00:00:00Z");
    private static final List<String> MEMBERS = List.of("id", "domain", "key", "kind", "start", "end", "impact",
            "currency", "severity", "confidence", "provisional", "causes", "commits");

    @TempDir
    static Path folder;

    @BeforeAll
    static void load() throws IOException {
        Path telemetry = folder.resolve("telemetry.csv");
        Files.write(telemetry, samples());
        assertThat(run("import", telemetry).exitCode()).isZero();
        assertThat(run("repo", "add", SampleCase.clone(folder.resolve("clone"))).exitCode()).isZero();
    }

    private static List<String> samples() {
        Random random = new Random(6);
        List<String> lines = new ArrayList<>(List.of("time,metric,value,namespace,pod,container"));
        for (Instant time = FIRST; time.isBefore(LAST); time = time.plus(Duration.ofMinutes(15))) {
            for (String pod : List.of("kafka-connect-7d9f5c6b8-2xk4p,connect", "quality-gate-6f7b9d8c5-9hq2z,gate")) {
                double noise = Math.exp(0.05 * random.nextGaussian());
                boolean isHigh = pod.startsWith("kafka") && !time.isBefore(RISE);
                lines.add(time + ",container_cpu_usage_cores," + (isHigh ? 1.5 : 0.5) * noise + ",platform," + pod);
                if (time.isBefore(HOLE) || !time.isBefore(HOLE.plus(Duration.ofHours(6)))) {
                    lines.add(time + ",container_memory_working_set_bytes," + Math.round(2e9 * noise) + ",platform,"
                            + pod);
                }
            }
        }
        return lines;
    }

    private static CommandLineRun run(Object... command) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--workspace", folder.resolve("w")));
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static JsonNode event(String domain) {
        return run("anomalies", "--json").json().valueStream()
                .filter(each -> each.get("domain").asString().equals(domain)).findFirst().orElseThrow();
    }

    @Test
    void eventsOfUseAndOfDataQualityStandInTheListInTheShapeThatScriptsRelyOn() {
        JsonNode all = run("anomalies", "--json").json();
        assertThat(all.valueStream().map(each -> each.get("domain").asString()))
                .containsExactlyInAnyOrder("use", "quality");
        assertThat(all).allSatisfy(each -> {
            assertThat(each.propertyNames()).containsAll(MEMBERS);
            assertThat(each.get("impact").isNull() && each.get("currency").isNull()).isTrue();
            assertThat(each.get("start").asString()).matches("2026-\\d\\d-\\d\\d");
            assertThat(each.get("severity").asString()).isIn("low", "medium", "high");
            assertThat(each.get("measure").get("metric").asString()).isNotBlank();
        });
        assertThat(event("use").get("start").asString()).isEqualTo("2026-10-02");
        assertThat(event("quality").get("start").asString()).isEqualTo("2026-09-24");
    }

    @Test
    void theListNamesDomainKindAndSizeInTheUnitOfWhatWasMeasured() {
        String out = run("anomalies").out();
        assertThat(out).contains("use", "data quality", "kafka-connect", "level shift", "cores");
    }

    @Test
    void theCommitJustBeforeARiseInTelemetryIsItsLikeliest() {
        JsonNode commits = event("use").get("commits");
        assertThat(commits.get(0).get("id").asString()).matches("[0-9a-f]{40}");
        assertThat(commits.get(0).get("score").asDouble()).isBetween(0.1, 1.0);
        String id = event("use").get("id").asString();
        JsonNode explained = run("explain", id, "--json").json();
        assertThat(explained.get("commits")).isEqualTo(commits);
        assertThat(explained.get("commitSentences").get(0).asString()).contains("image");
        assertThat(run("explain", id).out()).contains(commits.get(0).get("id").asString().substring(0, 7));
    }

    @Test
    void anEventInTelemetryIsExplainedByWhatWasMeasured() {
        String id = event("use").get("id").asString();
        JsonNode explained = run("explain", id, "--json").json();
        assertThat(explained.propertyNames()).containsAll(MEMBERS).contains("workload", "neighbours", "readings", "sql",
                "secondOpinions");
        assertThat(explained.get("workload").asString()).contains("kafka-connect");
        assertThat(explained.get("secondOpinions")).hasSize(2);
        String out = run("explain", id).out();
        assertThat(out).contains("CPU of ", "kafka-connect", "memory").doesNotContain("NaN");
    }

    @Test
    void itsStatementAnswersWithTheSamplesThatWereJudged() {
        String id = event("use").get("id").asString();
        String sql = run("explain", id, "--sql").out();
        assertThat(run("explain", id, "--sql", "--json").json().get("sql").asString()).isEqualTo(sql.strip());
        assertThat(run("query", sql, "--json").json()).hasSizeGreaterThan(96);
    }

    @Test
    void aQualityEventIsExplainedWithWhatToDoAndHasNoStatement() {
        String id = event("quality").get("id").asString();
        assertThat(run("explain", id).out()).contains("container_memory_working_set_bytes");
        CommandLineRun refused = CommandLineRun.of("explain", id, "--sql", "--json", "--workspace",
                folder.resolve("w"));
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.error().get("code").asString()).isEqualTo("NO_STATEMENT");
    }

    @Test
    void qualitySaysTheSameEventWithItsCheckAndRemedy() {
        JsonNode health = run("quality", "--json").json();
        assertThat(health.get("datasets").valueStream().map(each -> each.get("dataset").asString()))
                .anyMatch(each -> each.contains("container_cpu_usage_cores"));
        assertThat(health.get("events")).hasSize(1);
        JsonNode event = health.get("events").get(0);
        assertThat(event.get("check").asString()).isEqualTo("silence");
        assertThat(event.get("from").asString()).startsWith("2026-09-24T0");
        assertThat(event.get("open").asBoolean()).isFalse();
        assertThat(event.get("remedy").asString()).isNotBlank();
        assertThat(health.get("lags")).isEmpty();
        assertThat(health.get("rejects").asLong()).isZero();
        assertThat(run("quality").out()).contains("dataset", "Quality events:", event.get("sentence").asString(),
                "How long services take to settle is learned once a period has been imported twice.",
                "Rejected rows: 0");
    }
}
