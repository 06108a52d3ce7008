package io.plimsoll.analysis.rightsizing.pod;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.scaling.ScalerCase;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// What else is in the pod, what the cluster reports, and what people wrote beside the values.
class PodPartsAdviceTest {
    private static final int ALL = ScalerCase.SAMPLES;
    private static final String SIZE = """
                                       requests: {cpu: "2", memory: 2Gi}
                                       limits: {memory: 2Gi}
                                       """;
    @TempDir
    static Path folder;
    private static ScalerCase world;

    @BeforeAll
    static void load() {
        world = new ScalerCase();
        world.deployment("mesh", "replicas: 2", SIZE, """
                                                      initContainers:
                                                        - name: proxy
                                                          restartPolicy: Always
                                                          resources: {requests: {cpu: "3", memory: 4Gi}}
                                                      """);
        steady("mesh");
        for (int pod = 0; pod < 2; pod++) {
            world.use(ScalerCase.pod("mesh", pod), "proxy", 0, ALL, i -> 0.1, i -> 100);
        }
        world.deployment("migrated", "replicas: 2", SIZE, """
                                                          initContainers:
                                                            - name: migrate
                                                              resources: {requests: {cpu: 1500m, memory: 256Mi}}
                                                          """);
        steady("migrated");
        world.deployment("bound", "replicas: 2", SIZE, """
                                                       initContainers:
                                                         - name: migrate
                                                           resources: {requests: {cpu: "4"}}
                                                       """);
        steady("bound");
        world.deployment("noted", "replicas: 2", """
                                                 requests:
                                                   cpu: "2" # JVM needs it at the start, do not lower
                                                   # raised for the month end
                                                   memory: 2Gi
                                                 limits: {memory: 2Gi}
                                                 """, "");
        steady("noted");
        world.deployment("killed", "replicas: 2", SIZE, "");
        steady("killed");
        world.series("container_oom_events_total", ScalerCase.pod("killed", 0), "app", 0, ALL, i -> i < 900 ? 0 : 2);
        world.deployment("flagged", "replicas: 2", SIZE, "");
        steady("flagged");
        world.labelled("kube_pod_container_status_last_terminated_reason", "namespace=\"shop\",pod=\""
                + ScalerCase.pod("flagged", 1) + "\",container=\"app\",reason=\"OOMKilled\"", 0, ALL,
                i -> i < 700 ? 0 : 1);
        perNode();
        nightly();
        world.open(folder);
    }

    private static void steady(String name) {
        for (int pod = 0; pod < 2; pod++) {
            world.use(ScalerCase.pod(name, pod), "app", 0, ALL, i -> 0.3 + 0.05 * Math.sin(i / 40.0), i -> 300);
        }
    }

    private static void perNode() {
        world.file("apps/agent.yaml", """
                                      apiVersion: apps/v1
                                      kind: DaemonSet
                                      metadata: {name: agent, namespace: shop}
                                      spec:
                                        template:
                                          spec:
                                            containers:
                                              - name: app
                                                resources: {requests: {cpu: "2", memory: 2Gi}}
                                      """);
        for (int node = 0; node < 6; node++) {
            double cores = node == 3 ? 0.8 : 0.1;
            world.use("agent-" + ScalerCase.suffix(node), "app", 0, ALL, i -> cores, i -> 300);
            world.labelled("kube_pod_owner", "namespace=\"shop\",pod=\"agent-" + ScalerCase.suffix(node)
                    + "\",owner_kind=\"DaemonSet\",owner_name=\"agent\"", 0, 2, i -> 1);
        }
    }

    private static void nightly() {
        for (String name : new String[]{"nightly", "rare"}) {
            world.file("apps/" + name + ".yaml",
                    """
                    apiVersion: batch/v1
                    kind: CronJob
                    metadata: {name: %s, namespace: shop}
                    spec:
                      schedule: "0 1 * * *"
                      jobTemplate:
                        spec:
                          template:
                            spec:
                              containers:
                                - name: app
                                  resources: {requests: {cpu: "4", memory: 8Gi}, limits: {memory: 8Gi}}
                    """.formatted(name));
            for (int day = 0; day < (name.equals("rare") ? 2 : ScalerCase.DAYS); day++) {
                int from = day * Load.DAY_SAMPLES + 12;
                double last = day == 7 ? 2500 : 2000;
                world.use(name + "-" + (29_000_000 + 1440 * day) + "-" + ScalerCase.suffix(day), "app", from, from + 18,
                        i -> 1, i -> last);
            }
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Objection code(WorkloadAdvice advice, Refusal code) {
        return advice.objections().stream().filter(each -> each.code() == code).findFirst()
                .orElseThrow(() -> new AssertionError(advice.objections() + " " + advice.reasons()));
    }

    @Test
    void aSideCarsUseIsNotTheMainContainersAndItsShareIsSaid() {
        WorkloadAdvice found = world.advice("mesh");
        assertThat(found.workload().key().container()).isEqualTo("app");
        assertThat(found.advice().proposed().cpuRequest()).isBetween(0.3, 0.6);
        assertThat(code(found, Refusal.SIDE_CAR_BOUND).sentence()).contains("proxy");
        assertThat(found.reasons())
                .anyMatch(each -> each.startsWith("The container proxy would do with 130m of its 3"));
    }

    @Test
    void anInitContainerIsAFloorBelowWhichNothingIsSaved() {
        WorkloadAdvice found = world.advice("migrated");
        assertThat(found.advice().proposed().cpuRequest()).isEqualTo(1.5);
        assertThat(found.advice().proposed().memoryRequest()).isLessThan(Bytes.GI);
        assertThat(found.reasons()).anyMatch(each -> each.contains("CPU request of 1500m"));
        WorkloadAdvice bound = world.advice("bound");
        assertThat(bound.advice().proposed().cpuRequest()).isEqualTo(2);
        assertThat(code(bound, Refusal.INIT_BOUND).grade()).isEqualTo(Grade.B);
    }

    @Test
    void whatSomeoneWroteBesideAValueCanBeTheStrongestReason() {
        WorkloadAdvice found = world.advice("noted");
        assertThat(found.grade()).isEqualTo(Grade.C);
        assertThat(found.against()).contains("do not lower").contains("apps/noted.yaml:13");
        assertThat(found.objections()).extracting(Objection::sentence)
                .anyMatch(each -> each.contains("raised for the month end") && each.endsWith("no turn of a month."));
    }

    @Test
    void killsThatTheClusterReportsKeepMemoryFromShrinking() {
        for (String name : new String[]{"killed", "flagged"}) {
            WorkloadAdvice found = world.advice(name);
            assertThat(code(found, Refusal.OOM_SEEN).grade()).isEqualTo(Grade.C);
            assertThat(found.advice().proposed().memoryRequest()).as(name)
                    .isGreaterThanOrEqualTo(found.advice().current().memoryRequest());
            assertThat(found.reasons()).anyMatch(each -> each.endsWith("reported by the cluster."));
        }
    }

    @Test
    void aDaemonSetsNumberFollowsTheNodesAndTheBusiestSizesIt() {
        WorkloadAdvice found = world.advice("agent");
        Advice advice = found.advice();
        assertThat(advice.current().replicas()).isEqualTo(6);
        assertThat(advice.proposed().replicas()).isEqualTo(6);
        assertThat(advice.proposed().cpuRequest()).isBetween(0.8, 1.1);
        assertThat(found.reasons()).anyMatch(each -> each.startsWith("It runs on each of 6 nodes"))
                .anyMatch(each -> each.contains("its busiest pod, agent-" + ScalerCase.suffix(3)));
    }

    @Test
    void aJobIsSizedByItsRunsAndTheNightsBetweenAreNoGaps() {
        WorkloadAdvice found = world.advice("nightly");
        assertThat(found.advice().codes()).doesNotContain(Refusal.GAPS, Refusal.TOO_SHORT, Refusal.FEW_RUNS);
        assertThat(found.advice().proposed().memoryRequest()).isBetween(2500 * Bytes.MI, 4 * Bytes.GI);
        assertThat(found.advice().proposed().cpuRequest()).isBetween(1.0, 1.6);
        assertThat(found.reasons()).anyMatch(each -> each.startsWith("8 runs were measured, of 1.5 h on average"));
        WorkloadAdvice rare = world.advice("rare");
        assertThat(rare.refused()).isTrue();
        assertThat(code(rare, Refusal.FEW_RUNS).sentence()).isEqualTo("Only 2 runs were measured.");
    }
}
