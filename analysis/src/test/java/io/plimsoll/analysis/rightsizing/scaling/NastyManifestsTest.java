package io.plimsoll.analysis.rightsizing.scaling;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Manifests that nobody should write, each with four days of ordinary use: every one of them gets an advice or a refusal, none a number
/// that no manifest can hold, and none stops the others.
class NastyManifestsTest {
    private static final int SAMPLES = 4 * 288;
    private static final String PLAIN = """
                                        requests: {cpu: "2", memory: 4Gi}
                                        limits: {memory: 4Gi}
                                        """;
    @TempDir
    static Path folder;
    private static final Map<String, WorkloadAdvice> ADVICES = new LinkedHashMap<>();
    private static ScalerCase world;

    @BeforeAll
    static void open() {
        world = new ScalerCase();
        put("plain", PLAIN, "");
        Map<String, String> options = Map.of("giant", "-Xmx999999999999999t", "overflow", "-Xmx99999999999999999999g",
                "twice", "-Xmx1g -Xmx3g", "suffix", "-Xmx6gb", "fraction", "-Xmx1.5g", "zero", "-Xmx0", "share-0",
                "-XX:MaxRAMPercentage=0", "share-999", "-XX:MaxRAMPercentage=999", "template", "-Xmx{{ .Values.x }}");
        options.forEach((name, option) -> {
            put("heap-" + name, PLAIN, "");
            world.file("apps/heap-" + name + ".yaml",
                    """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: heap-%s, namespace: shop}
                    spec:
                      replicas: 3
                      template:
                        spec:
                          containers:
                            - name: app
                              env: [{name: JAVA_TOOL_OPTIONS, value: "%s"}]
                              resources:
                                requests: {cpu: "2", memory: 4Gi}
                                limits: {memory: 4Gi}
                    """.formatted(name, option));
        });
        put("upside-down", "requests: {cpu: \"2\", memory: 4Gi}\nlimits: {cpu: \"1\", memory: 1Gi}\n", "");
        put("negative", "requests: {cpu: \"-2\", memory: -4Gi}\n", "");
        put("rubbish", "requests: {cpu: many, memory: 4Gx}\n", "");
        put("endless", "requests: {cpu: \"1e30\", memory: 9999999999Ei}\n", "");
        put("nothing", "{}\n", "");
        put("init-giant", PLAIN,
                "initContainers:\n- name: fetch\n  resources: {requests: {cpu: \"900\", memory: 90Ti}}\n");
        put("init-main", PLAIN, "initContainers:\n- name: app\n  restartPolicy: Always\n"
                + "  resources: {requests: {cpu: \"1\", memory: 1Gi}}\n");
        put("comment-large", "# " + "x".repeat(1 << 20) + "\n" + PLAIN, "");
        put("comment-other", "# Größe ist Absicht: nicht ändern – メモリは固定 \u202e gnirts\n" + PLAIN, "");
        scaler("hpa-0", "minReplicas: 2\nmaxReplicas: 9", "0");
        scaler("hpa-1000", "minReplicas: 2\nmaxReplicas: 9", "1000");
        scaler("hpa-negative", "minReplicas: -2\nmaxReplicas: -9", "-80");
        scaler("hpa-crossed", "minReplicas: 20\nmaxReplicas: 2", "70");
        scaler("hpa-many", "minReplicas: 1\nmaxReplicas: 999999999", "1");
        scaler("hpa-text", "minReplicas: few\nmaxReplicas: {{ .Values.most }}", "often");
        put("keda", PLAIN, "");
        world.file("apps/keda-scaler.yaml", """
                                            apiVersion: keda.sh/v1alpha1
                                            kind: ScaledObject
                                            metadata: {name: keda, namespace: shop}
                                            spec:
                                              scaleTargetRef: {name: keda}
                                              minReplicaCount: 5
                                              maxReplicaCount: 1
                                              triggers:
                                            """
                + ("  - {type: cpu, metricType: Utilization, metadata: {value: \"60\"}}\n"
                        + "  - {type: kafka, metadata: {topic: t, consumerGroup: g, lagThreshold: \"0\"}}\n")
                        .repeat(50));
        world.open(folder);
        world.workbench().rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never())
                .forEach(each -> ADVICES.put(each.workload().key().name(), each));
    }

    private static void put(String name, String resources, String more) {
        world.deployment(name, "replicas: 3", resources, more);
        for (int pod = 0; pod < 3; pod++) {
            world.use(ScalerCase.pod(name, pod), "app", 0, SAMPLES, i -> 0.4 + 0.2 * Math.sin(i / 45.0),
                    i -> 900 + i % 50);
        }
    }

    private static void scaler(String name, String bounds, String target) {
        put(name, PLAIN, "");
        world.file("apps/" + name + "-scaler.yaml",
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: %1$s, namespace: shop}
                spec:
                  scaleTargetRef: {kind: Deployment, name: %1$s}
                %2$s
                  metrics:
                    - type: Resource
                      resource: {name: cpu, target: {type: Utilization, averageUtilization: %3$s}}
                """.formatted(name, bounds.indent(2).stripTrailing(), target));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void everyWorkloadGetsAnAdviceThatAManifestCanHold() {
        assertThat(ADVICES).hasSize(26);
        ADVICES.forEach((name, each) -> {
            Advice advice = Objects.requireNonNull(each.advice(), name);
            Size size = advice.proposed();
            String words = each.reasons() + advice.against()
                    + advice.objections().stream().map(Object::toString).collect(Collectors.joining());
            assertThat(words).as(name).doesNotContain("NaN", "Infinity", "null");
            assertThat(size.cpuRequest()).as(name).isBetween(0.0, 1e5);
            assertThat(size.memoryRequest()).as(name).isBetween(0L, 1L << 50);
            assertThat(size.replicas()).as(name).isBetween(0, 100);
        });
    }

    @Test
    void aHeapThatNoProcessTakesBindsNothingAndTheLastOfTwoCounts() {
        for (String name : new String[]{"giant", "overflow", "suffix", "fraction", "zero"}) {
            assertThat(String.join(" ", of("heap-" + name).reasons())).as(name).doesNotContain("-Xmx");
        }
        assertThat(of("heap-twice").reasons()).anySatisfy(fact -> assertThat(fact).contains("3.0 Gi (-Xmx3g)"));
        assertThat(Objects.requireNonNull(of("heap-twice").advice()).proposed().memoryRequest())
                .isGreaterThan(3L << 30);
    }

    private static WorkloadAdvice of(String name) {
        return Objects.requireNonNull(ADVICES.get(name), name + " of " + ADVICES.keySet());
    }

    @Test
    void aLimitBelowItsRequestIsRefusedByCode() {
        assertThat(Objects.requireNonNull(of("upside-down").advice()).refused()).isTrue();
        assertThat(of("upside-down").objections()).anyMatch(each -> each.code().name().equals("LIMIT_BELOW_REQUEST"));
    }
}
