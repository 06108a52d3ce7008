package io.plimsoll.analysis.change.guard;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Severity;

import static io.plimsoll.analysis.change.guard.GuardClone.edit;
import static org.assertj.core.api.Assertions.assertThat;

/// Rules about what sets a value by itself.
class ScalingGuardsTest {
    static final String WEB = """
                              kind: Deployment
                              metadata: {name: web, namespace: shop}
                              spec:
                                replicas: 4
                                template:
                                  spec:
                                    containers:
                                      - name: app
                                        resources: {requests: {cpu: "1", memory: 2Gi}, limits: {memory: 2Gi}}
                              """;
    static final String CPU = "spec.template.spec.containers[name=app].resources.requests.cpu";
    private static final String MEMORY = "spec.template.spec.containers[name=app].resources.requests.memory";
    private static final String MEMORY_LIMIT = "spec.template.spec.containers[name=app].resources.limits.memory";
    static final String HPA = """
                              kind: HorizontalPodAutoscaler
                              metadata: {name: web, namespace: shop}
                              spec:
                                scaleTargetRef: {kind: Deployment, name: web}
                                minReplicas: 2
                                maxReplicas: 9
                                metrics:
                                  - type: Resource
                                    resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}
                              """;
    private static final String KEDA = """
                                       kind: ScaledObject
                                       metadata: {name: web, namespace: shop}
                                       spec:
                                         scaleTargetRef: {name: web}
                                         minReplicaCount: 1
                                         maxReplicaCount: 7
                                         triggers:
                                           - {type: cpu, metricType: Utilization, metadata: {value: "60"}}
                                       """;
    private static final String VPA = """
                                      kind: VerticalPodAutoscaler
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        targetRef: {kind: Deployment, name: web}
                                        updatePolicy: {updateMode: MODE}
                                        resourcePolicy: {containerPolicies: [POLICY]}
                                      """;
    private static final String APP = """
                                      kind: Application
                                      metadata: {name: shop, namespace: argocd}
                                      spec:
                                        source: {path: apps}
                                        ignoreDifferences: [{group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}]
                                      """;
    @TempDir
    Path folder;

    private GuardClone with(String ruler) {
        return GuardClone.of(folder, "apps/web.yaml", WEB, "cluster/ruler.yaml", ruler);
    }

    private static Intent web(String path, String before, String after) {
        return edit("apps/web.yaml", 0, path, before, after);
    }

    @Test
    void aLowerRequestOffersTheTargetThatKeepsTheNumberOfPods() {
        GuardClone clone = with(HPA);
        assertThat(clone.of("hpa-target", web(CPU, "1", "750m"))).singleElement().satisfies(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.severity()).isEqualTo(Severity.WARN);
            assertThat(result.evidence()).contains("apps/web.yaml: cpu request 1 → 750m",
                    "HorizontalPodAutoscaler web in cluster/ruler.yaml adds pods above 60 %", "will be at 80 %");
            assertThat(result.compensations()).containsExactly(new Intent("cluster/ruler.yaml", 0,
                    "spec.metrics[0].resource.target.averageUtilization", "60", "80", "web"));
        });
        GuardResult offer = clone.of("hpa-target", web(CPU, "1", "750m")).getFirst();
        assertThat(clone.of("hpa-target", web(CPU, "1", "750m"), offer.compensations().getFirst())).singleElement()
                .satisfies(result -> {
                    assertThat(result.passed()).as(result.evidence()).isTrue();
                    assertThat(result.compensations()).isEmpty();
                });
        assertThat(clone.of("hpa-target", web(CPU, "1", "1500m"))).singleElement().matches(GuardResult::passed);
        assertThat(clone.of("hpa-target", web(CPU, "1", "1000m"))).as("the same amount").isEmpty();
        assertThat(clone.of("hpa-target", web(MEMORY, "2Gi", "1Gi"))).as("scaled by CPU only").isEmpty();
    }

    @Test
    void kedaAndTheOldFormOfAutoscalersHaveTargetsToo() {
        assertThat(with(KEDA).of("hpa-target", web(CPU, "1", "500m"))).singleElement()
                .satisfies(result -> assertThat(result.compensations()).containsExactly(new Intent(
                        "cluster/ruler.yaml", 0, "spec.triggers[0].metadata.value", "60", "120", "web")));
        String old = HPA.substring(0, HPA.indexOf("  metrics:")) + "  targetCPUUtilizationPercentage: 50\n";
        assertThat(GuardClone.of(folder.resolve("b"), "apps/web.yaml", WEB, "cluster/ruler.yaml", old)
                .of("hpa-target", web(CPU, "1", "800m"))).singleElement().satisfies(
                        result -> assertThat(result
                                .compensations().getFirst().newValue()).isEqualTo("63"));
    }

    @Test
    void aChartsAutoscalingBesideItsResourcesIsATargetToo() {
        String values = """
                        web:
                          resources: {requests: {cpu: "2"}}
                          autoscaling: {enabled: true, targetCPUUtilizationPercentage: 70}
                        worker:
                          resources: {requests: {cpu: "8"}}
                        """;
        GuardClone clone = GuardClone.of(folder, "chart/values.yaml", values);
        Intent lower = edit("chart/values.yaml", 0, "web.resources.requests.cpu", "2", "1");
        assertThat(clone.of("hpa-target", lower)).singleElement()
                .satisfies(result -> assertThat(result.compensations()).containsExactly(new Intent("chart/values.yaml",
                        0, "web.autoscaling.targetCPUUtilizationPercentage", "70", "140", "web")));
        assertThat(clone.of("hpa-target", edit("chart/values.yaml", 0, "worker.resources.requests.cpu", "8", "6")))
                .isEmpty();
        GuardClone off = GuardClone.of(folder.resolve("b"), "chart/values.yaml", values.replace("true", "false"));
        assertThat(off.of("hpa-target", lower)).isEmpty();
    }

    @Test
    void countsOfAnAutoscalerAreItsOwnAndItsBoundsAreAdvised() {
        Intent fewer = web("spec.replicas", "4", "3");
        assertThat(with(KEDA).of("autoscaler-owns-replicas", fewer)).singleElement().satisfies(result -> {
            assertThat(result.blocks()).isTrue();
            assertThat(result.evidence()).contains("change its minReplicaCount 1 and maxReplicaCount 7 instead");
        });
        GuardClone argo = GuardClone.of(folder.resolve("b"), "apps/web.yaml", WEB, "argo/app.yaml", APP);
        assertThat(argo.of("autoscaler-owns-replicas", fewer)).singleElement().satisfies(result -> {
            assertThat(result.blocks()).isTrue();
            assertThat(result.evidence()).contains("Application shop in argo/app.yaml ignores /spec/replicas");
        });
        GuardClone elsewhere = GuardClone.of(folder.resolve("c"), "apps/web.yaml", WEB, "argo/app.yaml",
                APP.replace("path: apps", "path: other"));
        assertThat(elsewhere.of("autoscaler-owns-replicas", fewer)).singleElement()
                .satisfies(result -> assertThat(result.severity()).as("perhaps not of this one")
                        .isEqualTo(Severity.WARN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Auto|{containerName: '*'}|" + CPU + "|1|false",
        "Recreate|{containerName: app}|" + MEMORY_LIMIT + "|2Gi|false", "Initial|{containerName: other}|" + CPU
                + "|1|false",
        "\"Off\"|{containerName: '*'}|" + CPU + "|1|true", "Auto|{containerName: app, mode: \"Off\"}|" + CPU
                + "|1|true",
        "Auto|{containerName: '*', controlledResources: [cpu]}|" + MEMORY + "|2Gi|true",
        "Auto|{containerName: '*', controlledValues: RequestsOnly}|" + MEMORY_LIMIT + "|2Gi|true"})
    void whatAVerticalAutoscalerSetsIsNotEdited(String mode, String policy, String path, String before,
            boolean passed) {
        GuardClone clone = with(VPA.replace("MODE", mode).replace("POLICY", policy));
        assertThat(clone.of("vpa-owns-requests", web(path, before, before.equals("1") ? "900m" : "1900Mi")))
                .singleElement().satisfies(result -> {
                    assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
                    assertThat(result.severity()).isEqualTo(Severity.BLOCK);
                    assertThat(result.evidence()).contains("VerticalPodAutoscaler web in cluster/ruler.yaml");
                });
    }
}
