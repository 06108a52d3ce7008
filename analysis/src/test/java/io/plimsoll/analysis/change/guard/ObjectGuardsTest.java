package io.plimsoll.analysis.change.guard;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

import static io.plimsoll.analysis.change.guard.GuardClone.edit;
import static org.assertj.core.api.Assertions.assertThat;

/// Rules that look at one object.
class ObjectGuardsTest {
    private static final String LIMIT = "spec.template.spec.containers[name=app].resources.limits.memory";
    private static final String JAVA = """
                                       kind: Deployment
                                       metadata: {name: web, namespace: shop}
                                       spec:
                                         selector: {matchLabels: {app: web}}
                                         template:
                                           spec:
                                             containers:
                                               - name: app
                                                 env: [{name: JAVA_TOOL_OPTIONS, value: "OPTION"}]
                                                 resources: {requests: {memory: 4Gi}, limits: {memory: 4Gi}}
                                       """;
    @TempDir
    Path folder;

    private GuardResult only(String rule, String yaml, String path, String before, String after) {
        GuardClone clone = GuardClone.of(folder, "apps/web.yaml", yaml);
        List<GuardResult> results = clone.of(rule, edit("apps/web.yaml", 0, path, before, after));
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    @ParameterizedTest
    @CsvSource({"-Xmx2g,4Gi,2560Mi,true,80.0 %", "-Xmx2g,4Gi,2559Mi,false,80.0 %",
        "-Xms1g -Xmx2800m,4Gi,3Gi,false,91.1 %",
        "-Xmx2147483648,4Gi,2Gi,false,100.0 %", "-XX:MaxRAMPercentage=75.0,4Gi,3Gi,true,75.0 %",
        "-XX:MaxRAMPercentage=90,4Gi,3Gi,false,90.0 %", "-Xmx1g -Xmx3g,4Gi,3Gi,false,100.0 %"})
    void aHeapLeavesRoomInItsLimit(String option, String before, String after, boolean passed, String words) {
        GuardResult result = only("jvm-heap", JAVA.replace("OPTION", option), LIMIT, before, after);
        assertThat(result.evidence()).contains(words, "apps/web.yaml", "at most 80 %");
        assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
    }

    @Test
    void aHeapThatWasTooLargeIsRemarkedWhenItGetsBetter() {
        GuardResult result = only("jvm-heap", JAVA.replace("OPTION", "-Xmx4g"), LIMIT, "4Gi", "4500Mi");
        assertThat(result.passed()).isFalse();
        assertThat(result.severity()).isEqualTo(Severity.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{kind: Kafka, spec: {kafka: {replicas: 3, jvmOptions: {-Xmx: 3g}, resources: {limits: {memory: 8Gi}}}}}|spec.kafka.resources.limits.memory|8Gi|4Gi|true|75.0 %",
        "{kind: Kafka, spec: {kafka: {replicas: 3, jvmOptions: {-Xmx: 3g}, resources: {limits: {memory: 8Gi}}}}}|spec.kafka.resources.limits.memory|8Gi|3Gi|false|100.0 %",
        "{kind: Kafka, spec: {kafka: {replicas: 3, jvmOptions: {-Xmx: 3g}, resources: {limits: {memory: 4Gi}}}}}|spec.kafka.jvmOptions.-Xmx|3g|3500m|false|85.4 %",
        "{kind: SparkApplication, spec: {executor: {memory: 4g, memoryOverhead: 1g, memoryLimit: 6g}}}|spec.executor.memory|4g|5g|true|100.0 %",
        "{kind: SparkApplication, spec: {executor: {memory: 4g, memoryOverhead: 1g, memoryLimit: 6g}}}|spec.executor.memory|4g|5200m|false|101.3 %",
        "{kind: FlinkDeployment, spec: {flinkConfiguration: {taskmanager.memory.task.heap.size: 3g}, taskManager: {resource: {cpu: 1, memory: 8g}}}}|spec.taskManager.resource.memory|8g|4g|true|75.0 %",
        "{kind: FlinkDeployment, spec: {flinkConfiguration: {taskmanager.memory.task.heap.size: 3g}, taskManager: {resource: {cpu: 1, memory: 8g}}}}|spec.taskManager.resource.memory|8g|3500m|false|87.8 %",
        "{broker: {heapOpts: -Xmx3g, resources: {limits: {memory: 8Gi}}}}|broker.resources.limits.memory|8Gi|3Gi|false|100.0 %"})
    void operatorsAndChartsHaveHeapsToo(String yaml, String path, String before, String after, boolean passed,
            String words) {
        GuardResult result = only("jvm-heap", yaml, path, before, after);
        assertThat(result.evidence()).contains(words);
        assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
    }

    @Test
    void valuesInAnApplicationHaveHeapsToo() {
        String application = """
                             kind: Application
                             metadata: {name: shop}
                             spec:
                               source:
                                 helm:
                                   values: |
                                     broker:
                                       env: [{name: KAFKA_HEAP_OPTS, value: -Xms1g -Xmx3g}]
                                       resources:
                                         limits:
                                           memory: 4Gi
                             """;
        GuardResult result = only("jvm-heap", application,
                "spec.source.helm.values>broker.resources.limits.memory", "4Gi", "3500Mi");
        assertThat(result.blocks()).as(result.evidence()).isTrue();
        assertThat(result.evidence()).contains("-Xmx3g is 87.8 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{kind: Deployment, spec: {selector: {matchLabels: {app: web}}}}|spec.selector.matchLabels.app|web|web2",
        "{kind: StatefulSet, spec: {serviceName: web}}|spec.serviceName|web|web2",
        "{kind: StorageClass, parameters: {type: gp2}}|parameters.type|gp2|gp3",
        "{kind: Kafka, spec: {kafka: {storage: {size: 10Gi, class: gp2}}}}|spec.kafka.storage.class|gp2|gp3"})
    void whatTheClusterDoesNotLetChangeIsNotEdited(String yaml, String path, String before, String after) {
        GuardResult result = only("immutable-field", yaml, path, before, after);
        assertThat(result.blocks()).isTrue();
        assertThat(result.evidence()).startsWith("apps/web.yaml: ").contains(before + " → " + after);
    }

    @Test
    void claimTemplatesJobTemplatesAndTheClassOfAClaimAreKept() {
        String claims = "{kind: StatefulSet, metadata: {name: db}, spec: {volumeClaimTemplates: [{metadata: {name: d},"
                + " spec: {resources: {requests: {storage: 5Gi}}}}]}}";
        GuardClone clone = GuardClone.of(folder, "sts.yaml", claims, "job.yaml",
                "{kind: Job, spec: {template: {spec: {containers: [{name: a, resources: {limits: {cpu: 2}}}]}}}}",
                "claim.yaml", "{kind: PersistentVolumeClaim, spec: {storageClassName: gp2}}");
        assertThat(List.of(
                edit("sts.yaml", 0, "spec.volumeClaimTemplates[0].spec.resources.requests.storage", "5Gi", "6Gi"),
                edit("job.yaml", 0, "spec.template.spec.containers[name=a].resources.limits.cpu", "2", "3"),
                edit("claim.yaml", 0, "spec.storageClassName", "gp2", "gp3")))
                .allSatisfy(edit -> assertThat(clone.of("roll-out", edit)).singleElement()
                        .matches(GuardResult::blocks))
                .allSatisfy(edit -> assertThat(clone.of("immutable-field", edit)).as("once is enough").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"30,90,true", "30,29,false", "30,never,false"})
    void dataDoesNotExpireSooner(String before, String after, boolean passed) {
        String bucket = "{kind: BucketLifecycleConfiguration, spec: {forProvider: {rule: [{id: a, expiration: [{days: 30}],"
                + " transition: [{days: 10}]}]}}}";
        GuardResult result = only("retention", bucket, "spec.forProvider.rule[0].expiration[0].days", before, after);
        assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
        assertThat(result.evidence()).contains("apps/web.yaml", "from 30 to " + after);
    }

    @Test
    void tieringIsNoExpirationAndATopicsRetentionIsOne() {
        GuardClone clone = GuardClone.of(folder, "b.yaml",
                "{kind: BucketLifecycleConfiguration, spec: {rule: [{transition: [{days: 10}]}]}}", "t.yaml",
                "{kind: KafkaTopic, spec: {partitions: 12, replicas: 3, config: {retention.ms: -1}}}");
        assertThat(clone.of("retention", edit("b.yaml", 0, "spec.rule[0].transition[0].days", "10", "5"))).isEmpty();
        String place = "spec.config[\"retention.ms\"]";
        assertThat(clone.of("retention", edit("t.yaml", 0, place, "-1", "604800000"))).singleElement()
                .satisfies(result -> assertThat(result.blocks()).as("was kept for ever").isTrue());
        assertThat(clone.of("no-shrink", edit("t.yaml", 0, "spec.partitions", "12", "6"))).singleElement()
                .matches(GuardResult::blocks);
        assertThat(clone.of("no-shrink", edit("t.yaml", 0, "spec.partitions", "12", "24"))).singleElement()
                .matches(GuardResult::passed);
    }

    @ParameterizedTest
    @CsvSource({"StatefulSet,5,3,true,1", "StatefulSet,5,4,false,1", "StatefulSet,3,2,false,1",
        "StatefulSet,3,1,false,1",
        "StatefulSet,8,6,true,0", "Deployment,5,4,true,0"})
    void aQuorumStaysOne(String kind, String before, String after, boolean passed, int results) {
        GuardClone clone = GuardClone.of(folder, "a.yaml",
                "{kind: %s, metadata: {name: db}, spec: {replicas: %s}}".formatted(kind, before));
        assertThat(clone.of("quorum", edit("a.yaml", 0, "spec.replicas", before, after))).hasSize(results)
                .allMatch(result -> result.passed() == passed && result.severity() == Severity.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[broker]|0", "[controller]|1", "[broker, controller]|1"})
    void aNodePoolVotesIfItHasControllers(String roles, int results) {
        GuardClone clone = GuardClone.of(folder, "a.yaml",
                "{kind: KafkaNodePool, metadata: {name: db}, spec: {replicas: 3, roles: %s}}".formatted(roles));
        assertThat(clone.of("quorum", edit("a.yaml", 0, "spec.replicas", "3", "2"))).hasSize(results);
    }

    @Test
    void whatTheCloneProtectsIsNotEditedAndItsStatesCount() {
        GuardClone clone = GuardClone.of(folder, "apps/web.yaml", JAVA, "prod/web.yaml", JAVA, GuardsFile.PATH,
                """
                version: 1
                caps: {memoryDownPercent: 60}
                rules: {step-cap: warn, known-field: off}
                protected:
                  - paths: ["prod/**"]
                    reason: frozen
                  - {kind: Deployment, field: spec.template.spec.containers.resources.limits}
                overrides:
                  - paths: ["prod/**"]
                    caps: {memoryDownPercent: 10}
                    rules: {step-cap: block}
                """);
        Intent requests = edit("apps/web.yaml", 0, LIMIT.replace("limits", "requests"), "4Gi", "2Gi");
        Intent limits = edit("apps/web.yaml", 0, LIMIT, "4Gi", "1Gi");
        Intent frozen = edit("prod/web.yaml", 0, LIMIT.replace("limits", "requests"), "4Gi", "3Gi");
        assertThat(clone.of("protected-path", requests)).isEmpty();
        assertThat(clone.of("protected-path", limits)).singleElement()
                .satisfies(result -> assertThat(result.evidence()).contains("containers.resources.limits of kind"));
        assertThat(clone.of("protected-path", frozen)).singleElement().satisfies(result -> {
            assertThat(result.blocks()).isTrue();
            assertThat(result.overridable()).isTrue();
            assertThat(result.evidence()).contains("files prod/** (frozen)");
        });
        assertThat(clone.of("protected-path", edit(GuardsFile.PATH, 0, "caps.memoryDownPercent", "60", "90")))
                .as("the guards themselves").singleElement().matches(GuardResult::blocks);
        assertThat(clone.of("step-cap", requests)).singleElement().matches(GuardResult::passed);
        assertThat(clone.of("step-cap", limits)).singleElement()
                .satisfies(result -> assertThat(result.severity()).isEqualTo(Severity.WARN));
        assertThat(clone.of("step-cap", frozen)).singleElement().satisfies(result -> {
            assertThat(result.blocks()).isTrue();
            assertThat(result.evidence()).contains("25.0 % down, the cap is 10 %");
        });
        assertThat(clone.of("known-field", edit("apps/web.yaml", 0, "metadata.name", "web", "x"))).as("off").isEmpty();
    }

    @Test
    void aLowerValueNeedsDaysOfTelemetry() {
        GuardClone clone = GuardClone.of(folder, "apps/web.yaml", JAVA);
        Intent lower = edit("apps/web.yaml", 0, LIMIT, "4Gi", "3Gi");
        assertThat(clone.of("observed-days", List.of(seen(3)), lower)).singleElement().satisfies(result -> {
            assertThat(result.blocks()).isTrue();
            assertThat(result.evidence()).contains("observed for 3 days, at least 7");
        });
        assertThat(clone.of("observed-days", List.of(seen(7)), lower)).singleElement().matches(GuardResult::passed);
        assertThat(clone.of("observed-days", List.of(seen(3)), edit("apps/web.yaml", 0, LIMIT, "4Gi", "5Gi")))
                .as("raised").isEmpty();
    }

    private static Observed seen(int days) {
        return new Observed("web", "app", Bytes.ofGi(1), Cpu.ofCores(1), days);
    }
}
