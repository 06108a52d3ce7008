package io.plimsoll.analysis.change.guard;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.Changes;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Manifests;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.manifest.SecretForms;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

import static io.plimsoll.analysis.change.Manifests.CPU_LIMIT;
import static io.plimsoll.analysis.change.Manifests.CPU_REQUEST;
import static io.plimsoll.analysis.change.Manifests.MEMORY_LIMIT;
import static io.plimsoll.analysis.change.Manifests.MEMORY_REQUEST;
import static io.plimsoll.analysis.change.Manifests.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class GuardsTest {
    private static final List<Observed> SEEN = List.of(new Observed("web", "app", Bytes.ofGi(10), Cpu.ofCores(2.5), 31),
            new Observed("etl", "", Bytes.ofGi(10), Cpu.ofCores(3), 31));
    @TempDir
    static Path folder;

    @BeforeAll
    static void build() {
        Clones.build(folder, Manifests.all(), Map.of("caps/strict.txt", "x"));
    }

    private static Preview preview(Intent... intents) {
        try (GitRepository repository = GitRepository.open(folder)) {
            ChangeSet set = ChangeSet.on("HEAD");
            for (Intent intent : intents) {
                set = set.withIntent(intent);
            }
            return new Changes(repository, Clock.systemUTC()).preview(set, SEEN, Progress.NONE, Cancellation.never());
        }
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("step-cap", Severity.BLOCK, false, intent("apps/web.yaml", "spec.replicas", "9", "3"),
                        "66.7 %"),
                arguments("step-cap", Severity.BLOCK, true, intent("apps/web.yaml", CPU_LIMIT, "4", "2000m"), "50.0 %"),
                arguments("step-cap", Severity.BLOCK, false, intent("apps/web.yaml", CPU_LIMIT, "4", "1999m"),
                        "50.0 %"),
                arguments("step-cap", Severity.WARN, false, intent("apps/web.yaml", "spec.replicas", "9", "19"),
                        "111.1 %"),
                arguments("memory-floor", Severity.BLOCK, true, intent("apps/web.yaml", MEMORY_LIMIT, "16Gi", "11Gi"),
                        "11264 MiB"),
                arguments("memory-floor", Severity.BLOCK, false,
                        intent("apps/web.yaml", MEMORY_LIMIT, "16Gi", "11263Mi"), "10240"),
                arguments("memory-floor", Severity.BLOCK, true,
                        intent("apps/etl.yaml", "spec.executor.memory", "16g", "10g"),
                        "11264 MiB"),
                arguments("memory-floor", Severity.BLOCK, false,
                        intent("apps/etl.yaml", "spec.executor.memory", "16g", "9g"),
                        "10137 MiB"),
                arguments("memory-floor", Severity.WARN, false,
                        intent("apps/stream.yaml", "spec.taskManager.resource.memory", "8g", "6g"),
                        "no memory use was observed"),
                arguments("cpu-floor", Severity.BLOCK, true, intent("apps/web.yaml", CPU_REQUEST, "4", "2500m"),
                        "2.5 cores"),
                arguments("cpu-floor", Severity.BLOCK, false, intent("apps/web.yaml", CPU_REQUEST, "4", "2400m"),
                        "2.5 cores"),
                arguments("cpu-floor", Severity.BLOCK, false, intent("apps/etl.yaml", "spec.executor.cores", "4", "2"),
                        "3 cores"),
                arguments("request-within-limit", Severity.BLOCK, false,
                        intent("apps/web.yaml", MEMORY_LIMIT, "16Gi", "12Gi"),
                        "memory request 16Gi, memory limit 12Gi"),
                arguments("request-within-limit", Severity.BLOCK, true,
                        intent("apps/web.yaml", MEMORY_REQUEST, "16Gi", "12Gi"),
                        "memory request 12Gi, memory limit 16Gi"),
                arguments("no-shrink", Severity.BLOCK, false,
                        intent("apps/lake.yaml", "spec.resources.requests.storage", "500Gi", "400Gi"), "400Gi"),
                arguments("no-shrink", Severity.BLOCK, true,
                        intent("apps/lake.yaml", "spec.resources.requests.storage", "500Gi", "1Ti"), "1Ti"),
                arguments("replica-floor", Severity.WARN, false, intent("apps/web.yaml", "spec.replicas", "9", "1"),
                        "at least 2"),
                arguments("replica-floor", Severity.WARN, true, intent("apps/web.yaml", "spec.replicas", "9", "5"),
                        "at least 2"),
                arguments("autoscaler-owns-replicas", Severity.BLOCK, false,
                        intent("apps/api.yaml", "spec.replicas", "4", "3"),
                        "HorizontalPodAutoscaler in apps/api.yaml"),
                arguments("autoscaler-owns-replicas", Severity.BLOCK, true,
                        intent("apps/web.yaml", "spec.replicas", "9", "5"),
                        "no autoscaler"),
                arguments("roll-out", Severity.BLOCK, false,
                        intent("apps/stream.yaml", "spec.taskManager.resource.memory", "8g", "6g"),
                        "without its state"),
                arguments("roll-out", Severity.BLOCK, false,
                        intent("apps/lake.yaml", "spec.storageClassName", "gp3", "sc1"),
                        "can't be changed"),
                arguments("roll-out", Severity.BLOCK, true,
                        intent("apps/etl.yaml", "spec.executor.instances", "10", "8"),
                        "runs again"),
                arguments("qos-class", Severity.NOTE, false, intent("apps/web.yaml", CPU_REQUEST, "4", "3"),
                        "Guaranteed and becomes Burstable"),
                arguments("known-field", Severity.WARN, false, intent("apps/web.yaml", "metadata.name", "web", "web2"),
                        "meaning is unknown"),
                arguments("known-field", Severity.BLOCK, false, intent("apps/web.yaml", CPU_REQUEST, "4", "much"),
                        "no value"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void saysWhatItDecidedOn(String rule, Severity severity, boolean passed, Intent intent, String evidence) {
        List<GuardResult> results = preview(intent).guards().stream().filter(result -> result.rule().equals(rule))
                .toList();
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.evidence()).contains(evidence);
            assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
            assertThat(result.severity()).isEqualTo(severity);
        });
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAnExplanationAndSurvivesNothing() {
        assertThat(GuardRules.ALL).extracting(GuardRule::id).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
        assertThat(Changes.rules()).hasSameSizeAs(GuardRules.ALL).allMatch(rule -> rule.explanation().endsWith("."));
        GuardInput nothing = new GuardInput(List.of(), List.of(), GuardSettings.DEFAULTS,
                new ClusterObjects(ClusterObjects.Source.NONE, List.of()), "");
        assertThat(GuardRules.ALL).allSatisfy(rule -> assertThat(rule.check(nothing)).isEqualTo(rule.check(nothing))
                .allMatch(GuardResult::passed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-----BEGIN RSA PRIV|ATE KEY-----|true", "x AKIA|ABCDEFGHIJKLMNOP|true",
        "ghp_|abcdefghijklmnopqrstuvwxyz0123|true", "password: |q8Zr2LxT0vNw|true",
        "api-key=|'9f8e7d6c5b4a3f2e1d'|true",
        "password: |aaaaaaaaaaaaaaa|false", "password: |${DB_PASSWORD_VALUE}|false", "memory: |16Gi|false",
        "token: |{{ .Values.token }}|false", "github_pat_|11ABCDEFG0123456789_abcdefgh|true",
        "gho_|abcdefghijklmnopqrstuvwxyz0123|true", "xoxb-|123456789012-abcdefABCDEF|true",
        "secretAccessKey: |wJalrXUtnFEMIK7MDENGbPxRfi|true", "clientSecret: |Zx91-qLmT20vbN8r|true",
        "secretName: |shop-tls-2024-production|false", "existingSecret: |release-postgresql-credentials|false",
        "tokenPath: |/var/run/secrets/tokens/k8s2|false",
        "image: |registry/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b|false"})
    void findsSecretsAndNotWhatOnlyRefersToThem(String start, String end, boolean found) {
        assertThat(SecretForms.find(start + end).isPresent()).isEqualTo(found);
    }

    @Test
    void aSecretInAnEnvironmentVariableIsKnownByTheVariablesName(@TempDir Path other) {
        GuardClone clone = GuardClone.of(other, "a.yaml", """
                                                          kind: Deployment
                                                          spec:
                                                            template:
                                                              spec:
                                                                containers:
                                                                  - name: app
                                                                    env:
                                                                      - name: DB_PASSWORD
                                                                        value: none
                                                                      - name: MODE
                                                                        value: none
                                                          """);
        String env = "spec.template.spec.containers[name=app].env[name=%s].value";
        String value = "q8Zr2LxT" + "0vNw";
        assertThat(clone.of("secrets", GuardClone.edit("a.yaml", 0, env.formatted("DB_PASSWORD"), "none", value)))
                .singleElement().satisfies(result -> {
                    assertThat(result.blocks()).isTrue();
                    assertThat(result.overridable()).isFalse();
                    assertThat(result.evidence()).contains("a.yaml", "DB_PASSWORD").doesNotContain(value);
                });
        assertThat(clone.of("secrets", GuardClone.edit("a.yaml", 0, env.formatted("MODE"), "none", value)))
                .singleElement().matches(GuardResult::passed);
    }

    @Test
    void theClonesOwnCapsCount(@TempDir Path other) {
        Clones.build(other, Manifests.all(), Map.of(GuardsFile.PATH, "stepDownPercent: 70\nminReplicas: 4\n"));
        try (GitRepository repository = GitRepository.open(other)) {
            Changes changes = new Changes(repository, Clock.systemUTC());
            ChangeSet set = ChangeSet.on("HEAD").withIntent(intent("apps/web.yaml", "spec.replicas", "9", "3"));
            List<GuardResult> now = changes.preview(set, SEEN, Progress.NONE, Cancellation.never()).guards();
            assertThat(now).anyMatch(result -> result.rule().equals("step-cap") && result.passed());
            assertThat(now).anyMatch(result -> result.rule().equals("replica-floor") && !result.passed());
            List<GuardResult> before = changes.preview(set.onto("HEAD~1"), SEEN, Progress.NONE, Cancellation.never())
                    .guards();
            assertThat(before).as("caps of the base commit, not of HEAD")
                    .anyMatch(result -> result.rule().equals("step-cap") && !result.passed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps: 50", "stepDownPercent: 101", "stepDownPercent: -1", "stepDownPercent: half", "- a",
        "a: b: c",
        "stepDownPercent: 10\nstepDownPercent: 20", "text"})
    void refusesAGuardsFileThatItDoesNotFullyUnderstand(String yaml) {
        assertThatThrownBy(() -> GuardsFile.read(Clones.bytes(yaml))).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("GUARDS_FILE"));
        assertThat(GuardsFile.read(new byte[0])).isEqualTo(GuardSettings.DEFAULTS);
    }
}
