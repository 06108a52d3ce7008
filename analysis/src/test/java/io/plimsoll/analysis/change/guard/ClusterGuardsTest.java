package io.plimsoll.analysis.change.guard;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Severity;

import static io.plimsoll.analysis.change.guard.GuardClone.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// Rules that look at other objects of the namespace.
class ClusterGuardsTest {
    private static final String CPU = "spec.template.spec.containers[name=app].resources.requests.cpu";
    private static final String CPU_LIMIT = "spec.template.spec.containers[name=app].resources.limits.cpu";
    private static final String MEMORY = "spec.template.spec.containers[name=app].resources.requests.memory";
    private static final String WEB = """
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        replicas: 4
                                        template:
                                          metadata: {labels: {app: web, tier: front}}
                                          spec:
                                            containers:
                                              - name: app
                                                resources: {requests: {cpu: 1000m, memory: 1Gi}, limits: {cpu: "2", memory: 2Gi}}
                                              - name: proxy
                                                resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 512Mi}}
                                      """;
    private static final String RULES = """
                                        kind: LimitRange
                                        metadata: {name: sizes, namespace: shop}
                                        spec:
                                          limits:
                                            - type: Container
                                              min: {cpu: 250m, memory: 512Mi}
                                              max: {cpu: "4", memory: 4Gi}
                                              maxLimitRequestRatio: {cpu: "4"}
                                            - type: Pod
                                              max: {memory: 5Gi}
                                        ---
                                        kind: ResourceQuota
                                        metadata: {name: all, namespace: shop}
                                        spec: {hard: {requests.cpu: "10", limits.memory: 12Gi, pods: "30"}}
                                        ---
                                        kind: PodDisruptionBudget
                                        metadata: {name: web, namespace: shop}
                                        spec: {minAvailable: 50%, selector: {matchLabels: {app: web}}}
                                        """;
    private static final String BATCH = """
                                        kind: StatefulSet
                                        metadata: {name: queue, namespace: shop}
                                        spec:
                                          replicas: 2
                                          template:
                                            spec: {containers: [{name: q, resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}}]}
                                        ---
                                        kind: DaemonSet
                                        metadata: {name: agent, namespace: shop}
                                        spec: {template: {spec: {containers: [{name: a, resources: {requests: {cpu: 100m}}}]}}}
                                        """;
    @TempDir
    static Path folder;
    private static GuardClone clone;

    @BeforeAll
    static void build() {
        clone = GuardClone.of(folder, "apps/web.yaml", WEB, "cluster/rules.yaml", RULES, "apps/batch.yaml", BATCH);
    }

    private static Intent web(String path, String before, String after) {
        return edit("apps/web.yaml", 0, path, before, after);
    }

    @ParameterizedTest
    @CsvSource({CPU + ",1000m,250m,false,beyond the ratio", CPU + ",1000m,0.5,true,request 0.5",
        CPU + ",1000m,200m,false,below the minimum", CPU_LIMIT + ",2,4000m,true,limit 4",
        CPU_LIMIT + ",2,4001m,false,above the maximum", MEMORY + ",1Gi,512Mi,true,request 512 MiB",
        MEMORY + ",1Gi,511Mi,false,min 512Mi"})
    void aContainerStaysWithinItsLimitRange(String path, String before, String after, boolean passed, String words) {
        List<GuardResult> results = clone.of("limit-range", web(path, before, after));
        assertThat(results).anySatisfy(result -> {
            assertThat(result.evidence()).contains(words, "LimitRange sizes in cluster/rules.yaml", "apps/web.yaml");
            assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
            assertThat(result.severity()).isEqualTo(Severity.BLOCK);
        });
    }

    @Test
    void aPodsContainersAddUp() {
        String limit = "spec.template.spec.containers[name=app].resources.limits.memory";
        assertThat(clone.of("limit-range", web(limit, "2Gi", "4Gi"))).allMatch(GuardResult::passed).hasSize(2);
        String proxy = "spec.template.spec.containers[name=proxy].resources.limits.memory";
        assertThat(clone.of("limit-range", web(limit, "2Gi", "4Gi"), web(proxy, "512Mi", "1025Mi")))
                .filteredOn(result -> !result.passed()).singleElement().asString()
                .contains("memory of the pod is above the maximum: request 1536 MiB, limit 5121 MiB", "max 5Gi");
    }

    @Test
    void aNamespaceFitsIntoItsQuotaAtTheNewNumbers() {
        assertThat(clone.of("resource-quota", web("spec.replicas", "4", "5")))
                .extracting(GuardResult::passed, GuardResult::severity)
                .containsOnly(tuple(true, Severity.BLOCK),
                        tuple(false, Severity.BLOCK));
        assertThat(clone.of("resource-quota", web("spec.replicas", "4", "5"))).anySatisfy(result -> {
            assertThat(result.evidence()).contains("requests.cpu of namespace shop goes from 8 to 9.5", "allows 10",
                    "not counted", "DaemonSet agent");
            assertThat(result.passed()).isTrue();
        }).anySatisfy(result -> {
            assertThat(result.evidence()).contains("limits.memory of namespace shop goes from 12288 MiB to 14848 MiB",
                    "ResourceQuota all in cluster/rules.yaml allows 12Gi");
            assertThat(result.passed()).isFalse();
        });
        assertThat(clone.of("resource-quota", web("spec.replicas", "4", "3"))).isNotEmpty()
                .allMatch(GuardResult::passed);
        assertThat(clone.of("resource-quota", web("metadata.name", "web", "web2"))).as("nothing that counts changes")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"minAvailable: 50%,4,3,true,1 of 3", "minAvailable: 50%,4,1,false,0 of 1",
        "minAvailable: 3,4,3,false,0 of 3", "minAvailable: 2,4,3,true,1 of 3", "maxUnavailable: 0,4,3,false,0 of 3",
        "maxUnavailable: 0%,4,3,false,0 of 3", "maxUnavailable: 10%,4,2,true,1 of 2",
        "minAvailable: 100%,4,3,false,0 of 3", "minAvailable: 3,4,0,true,0 of 0"})
    void aBudgetLetsAPodGo(String budget, String before, String after, boolean passed, String words,
            @TempDir Path other) {
        GuardClone own = GuardClone.of(other, "apps/web.yaml", WEB, "cluster/rules.yaml",
                RULES.replace("minAvailable: 50%", budget));
        assertThat(own.of("disruption-budget", web("spec.replicas", before, after))).singleElement()
                .satisfies(result -> {
                    assertThat(result.evidence()).contains(words, budget.replace(":", ""), "PodDisruptionBudget web");
                    assertThat(result.passed()).as(result.evidence()).isEqualTo(passed);
                });
    }

    @Test
    void aBudgetThatNeverLetAPodGoIsRemarkedOnly(@TempDir Path other) {
        GuardClone own = GuardClone.of(other, "apps/web.yaml", WEB, "cluster/rules.yaml",
                RULES.replace("minAvailable: 50%", "maxUnavailable: 0"));
        assertThat(own.of("disruption-budget", web("spec.replicas", "4", "3"))).singleElement()
                .extracting(GuardResult::severity).isEqualTo(Severity.WARN);
        GuardClone others = GuardClone.of(other.resolve("b"), "apps/web.yaml", WEB, "cluster/rules.yaml",
                RULES.replace("{app: web}", "{app: web, tier: back}"));
        assertThat(others.of("disruption-budget", web("spec.replicas", "4", "1"))).as("of other pods").isEmpty();
    }

    @Test
    void aCountInAKustomizationIsThatOfTheWorkloadItNames(@TempDir Path other) {
        GuardClone own = GuardClone.of(other, "prod/kustomization.yaml",
                "kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nreplicas:\n  - name: web\n    count: 4\n",
                "prod/budget.yaml", """
                                    kind: PodDisruptionBudget
                                    metadata: {name: web, namespace: shop}
                                    spec: {minAvailable: 3, selector: {matchLabels: {app: web}}}
                                    """);
        Intent edit = edit("prod/kustomization.yaml", 0, "replicas[name=web].count", "4", "3");
        assertThat(own.of("disruption-budget", edit)).singleElement()
                .satisfies(result -> assertThat(result.blocks()).as(result.evidence()).isTrue());
    }
}
