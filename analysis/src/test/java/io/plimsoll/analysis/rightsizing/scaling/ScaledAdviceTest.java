package io.plimsoll.analysis.rightsizing.scaling;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Advice for workloads under autoscalers, from manifests and telemetry alone.
class ScaledAdviceTest {
    private static final String SIZE = """
                                       requests: {cpu: "2", memory: 1Gi}
                                       limits: {memory: 1Gi}
                                       """;
    private static final IntToDoubleFunction WAVE = i -> 6 + 3.5 * Math.sin(2 * Math.PI * i / 288);
    @TempDir
    static Path folder;
    private static ScalerCase world;

    private static String hpa(String name, String metrics) {
        return """
               apiVersion: autoscaling/v2
               kind: HorizontalPodAutoscaler
               metadata: {name: %1$s, namespace: shop}
               spec:
                 scaleTargetRef: {kind: Deployment, name: %1$s}
                 minReplicas: 2
                 maxReplicas: 20
                 metrics:
               %2$s
               """.formatted(name, metrics.indent(4).stripTrailing());
    }

    private static String cpu(int percent) {
        return "- {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: " + percent
                + "}}}";
    }

    /// Written apart from the replay: step by step, with what an adapter's noise does to it.
    private static int[] followed(IntToDoubleFunction load, double perPod, long seed) {
        Random random = new Random(seed);
        int[] pods = new int[ScalerCase.SAMPLES];
        int now = 5;
        int before = 5;
        for (int i = 0; i < pods.length; i++) {
            double exact = load.applyAsDouble(i) * (1 + 0.02 * random.nextGaussian()) / perPod;
            int wish = Math.abs(exact / now - 1) <= 0.1 ? now : (int) Math.ceil(exact);
            now = Math.max(2, Math.min(20, wish > now ? wish : Math.max(wish, before)));
            before = wish;
            pods[i] = now;
        }
        return pods;
    }

    @BeforeAll
    static void load() {
        world = new ScalerCase();
        world.deployment("web", "", SIZE, "").file("apps/web-hpa.yaml", hpa("web", cpu(50)))
                .scaled("web", WAVE, followed(WAVE, 1, 1));
        int[] stubborn = new int[ScalerCase.SAMPLES];
        java.util.Arrays.fill(stubborn, 9);
        world.deployment("stubborn", "", SIZE, "").file("apps/stubborn-hpa.yaml", hpa("stubborn", cpu(50)))
                .scaled("stubborn", WAVE, stubborn);
        world.deployment("foreign", "", SIZE, "")
                .file("apps/foreign-hpa.yaml", hpa("foreign", "- {type: External, external: {metric: {name: rps},"
                        + " target: {type: AverageValue, averageValue: 100}}}"))
                .scaled("foreign", WAVE, followed(WAVE, 1, 3));
        world.file("charts/chartered/Chart.yaml", "apiVersion: v2\nname: chartered\nversion: 1.0.0\n")
                .file("charts/chartered/values.yaml",
                        """
                        replicaCount: 2
                        resources: {requests: {cpu: "2", memory: 1Gi}, limits: {memory: 1Gi}}
                        autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 20, targetCPUUtilizationPercentage: 50}
                        """)
                .file("charts/chartered/templates/deployment.yaml",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: chartered, namespace: shop}
                        spec:
                          template:
                            spec:
                              containers:
                                - name: app
                                  resources: {{- toYaml .Values.resources | nindent 12 }}
                        """)
                .file("apps/chartered-app.yaml", """
                                                 apiVersion: argoproj.io/v1alpha1
                                                 kind: Application
                                                 metadata: {name: chartered, namespace: argocd}
                                                 spec:
                                                   destination: {namespace: shop}
                                                   source: {path: charts/chartered}
                                                 """).scaled("chartered", WAVE, followed(WAVE, 1, 6));
        sided();
        // Half of the pods are scraped; kube-state-metrics counts them all.
        int[] halved = followed(WAVE, 1, 5);
        int[] scraped = java.util.Arrays.stream(halved).map(pods -> (pods + 1) / 2).toArray();
        world.deployment("counted", "", SIZE, "").file("apps/counted-hpa.yaml", hpa("counted", cpu(50)))
                .scaled("counted", i -> WAVE.applyAsDouble(i) * scraped[i] / halved[i], scraped)
                .labelled("kube_deployment_status_replicas", "namespace=\"shop\",deployment=\"counted\","
                        + "pod=\"kube-state-metrics-9sjrbqdpn4-bcdfg\"", 0, ScalerCase.SAMPLES, i -> halved[i]);
        queues();
        for (String mode : List.of("Off", "Auto")) {
            String name = "vpa-" + mode.toLowerCase(java.util.Locale.ROOT);
            world.deployment(name, "replicas: 2", SIZE, "").file("apps/" + name + "-vpa.yaml",
                    """
                    apiVersion: autoscaling.k8s.io/v1
                    kind: VerticalPodAutoscaler
                    metadata: {name: %1$s, namespace: shop}
                    spec:
                      targetRef: {kind: Deployment, name: %1$s}
                      updatePolicy: {updateMode: "%2$s"}
                      resourcePolicy: {containerPolicies: [{containerName: "*", minAllowed: {cpu: 500m}}]}
                    """.formatted(name, mode));
            steady(name);
        }
        world.deployment("vpa-memory", "replicas: 2", SIZE, "").file("apps/vpa-memory-vpa.yaml",
                """
                apiVersion: autoscaling.k8s.io/v1
                kind: VerticalPodAutoscaler
                metadata: {name: vpa-memory, namespace: shop}
                spec:
                  targetRef: {kind: Deployment, name: vpa-memory}
                  resourcePolicy:
                    containerPolicies: [{containerName: app, controlledResources: [memory]}]
                """);
        steady("vpa-memory");
        world.open(folder);
    }

    private static void steady(String name) {
        for (int pod = 0; pod < 2; pod++) {
            world.use(ScalerCase.pod(name, pod), "app", 0, ScalerCase.SAMPLES, i -> 0.3 + 0.05 * Math.sin(i / 40.0),
                    i -> 300);
        }
    }

    /// A native side-car asks for a core and takes half of one, whatever the load: 50 % of the pod's three cores are one and a half.
    private static void sided() {
        world.deployment("sided", "", SIZE, """
                                            initContainers:
                                              - name: proxy
                                                restartPolicy: Always
                                                resources: {requests: {cpu: "1"}}
                                            """).file("apps/sided-hpa.yaml", hpa("sided", cpu(50)));
        int[] pods = followed(WAVE, 1, 7);
        world.scaled("sided", WAVE, pods);
        for (int pod = 0; pod < java.util.Arrays.stream(pods).max().orElse(0); pod++) {
            int number = pod;
            for (int i = 0; i < pods.length; i++) {
                if (pods[i] > number) {
                    world.series("cpu_cores", ScalerCase.pod("sided", pod), "proxy", i, i + 1, at -> 0.5);
                }
            }
        }
    }

    private static void queues() {
        IntToDoubleFunction lag = i -> 300 + 250 * Math.sin(2 * Math.PI * i / 288);
        int[] pods = followed(i -> lag.applyAsDouble(i) / 100, 1, 4);
        for (String name : List.of("sink", "blind")) {
            world.deployment(name, "", SIZE, "").file("apps/" + name + "-keda.yaml",
                    """
                    apiVersion: keda.sh/v1alpha1
                    kind: ScaledObject
                    metadata: {name: %1$s, namespace: shop}
                    spec:
                      scaleTargetRef: {name: %1$s}
                      minReplicaCount: 2
                      maxReplicaCount: 20
                      triggers:
                        - type: kafka
                          metadata: {consumerGroup: %1$s, topic: events, lagThreshold: "100"}
                    """.formatted(name)).scaled(name, i -> 0.4 * pods[i], pods);
        }
        for (int partition = 0; partition < 12; partition++) {
            world.labelled("kafka_consumergroup_lag", "consumergroup=\"sink\",topic=\"events\",partition=\"" + partition
                    + "\"", 0, ScalerCase.SAMPLES, i -> lag.applyAsDouble(i) / 12);
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Objection owner(WorkloadAdvice advice) {
        return advice.objections().stream().filter(each -> each.code() == Refusal.OWNER_IS_AUTOSCALER).findFirst()
                .orElseThrow(() -> new AssertionError(advice.objections() + " " + advice.reasons()));
    }

    @Test
    void aSmallerRequestComesWithTheTargetThatKeepsTheNumberOfPods() {
        WorkloadAdvice found = world.advice("web");
        double cores = found.advice().proposed().cpuRequest();
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(cores).isBetween(1.1, 1.6);
        assertThat(found.advice().proposed().replicas()).isEqualTo(found.advice().current().replicas());
        long target = Math.round(50 * 2 / cores);
        assertThat(owner(found).sentence()).contains("from 50 % to " + target + " %").contains("the pods stay at");
        assertThat(found.reasons()).anyMatch(each -> each.contains("its rule, replayed, is within one pod"))
                .anyMatch(each -> each.startsWith("With a target of 80 % instead of 50 %"));
    }

    @Test
    void theLinkedEditOfTheGuardHasTheSameTarget() {
        WorkloadAdvice found = world.advice("web");
        ChangeDesk desk = world.workbench().changes();
        Proposal proposal = desk.propose(found.workload(), found.advice().proposed(), Cancellation.never());
        assertThat(proposal.notPossible()).isEmpty();
        assertThat(proposal.added()).extracting(Intent::path).noneMatch(path -> path.contains("eplicas"));
        String target = desk.preview(Progress.NONE, Cancellation.never()).guards().stream()
                .filter(each -> each.rule().equals("hpa-target")).flatMap(each -> each.compensations().stream())
                .map(Intent::newValue).findFirst().orElse("none");
        assertThat(owner(found).sentence()).contains("to " + target + " %");
    }

    @Test
    void whatTheRuleDoesNotExplainIsRefusedWithTheNumbers() {
        WorkloadAdvice found = world.advice("stubborn");
        assertThat(found.refused()).isTrue();
        assertThat(owner(found).sentence()).contains("where 9.0 were measured");
        assertThat(found.keeps()).isTrue();
    }

    @Test
    void aChartsOwnAutoscalingIsReplayedLikeAnyOther() {
        WorkloadAdvice found = world.advice("chartered");
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(owner(found).sentence()).contains("from 50 %");
        assertThat(found.advice().proposed().replicas()).isEqualTo(found.advice().current().replicas());
    }

    @Test
    void aTargetOnTheWholePodCountsItsSideCars() {
        WorkloadAdvice found = world.advice("sided");
        assertThat(found.objections()).as(found.reasons().toString()).noneMatch(each -> each.grade() == Grade.D);
        long target = Math.round(50 * 3 / (found.advice().proposed().cpuRequest() + 1));
        assertThat(owner(found).sentence()).contains("from 50 % to " + target + " %");
    }

    @Test
    void theNumberThatTheClusterCountsBeatsThatOfTheScrapedPods() {
        WorkloadAdvice found = world.advice("counted");
        assertThat(found.grade()).as(found.objections().toString()).isEqualTo(Grade.B);
        assertThat(owner(found).sentence()).contains("9 at most");
    }

    @Test
    void aMetricThatNoRequestMovesIsAStrongDoubtAndNoRefusal() {
        WorkloadAdvice found = world.advice("foreign");
        assertThat(found.grade()).isEqualTo(Grade.C);
        assertThat(owner(found).sentence()).contains("External");
        assertThat(found.advice().proposed().cpuRequest()).isLessThan(2);
    }

    @Test
    void aQueueIsReplayedWhereItsLagWasMeasuredAndElseRefused() {
        WorkloadAdvice seen = world.advice("sink");
        assertThat(seen.grade()).as(seen.objections().toString()).isEqualTo(Grade.A);
        assertThat(seen.advice().proposed().cpuRequest()).isBetween(0.4, 0.8);
        assertThat(seen.reasons()).anyMatch(each -> each.startsWith("A ScaledObject sink sets the number of pods"));
        WorkloadAdvice blind = world.advice("blind");
        assertThat(blind.refused()).isTrue();
        assertThat(owner(blind).sentence()).contains("the lag of its queue was not measured");
    }

    @Test
    void aVerticalAutoscalerOwnsWhatItSetsAndNothingElse() {
        WorkloadAdvice off = world.advice("vpa-off");
        assertThat(off.grade()).isEqualTo(Grade.A);
        assertThat(off.advice().proposed().cpuRequest()).isLessThan(1);
        assertThat(off.reasons()).anyMatch(each -> each.contains("only recommends"));

        WorkloadAdvice auto = world.advice("vpa-auto");
        assertThat(auto.refused()).isTrue();
        assertThat(owner(auto).sentence()).contains("minAllowed (cpu 500m)");

        WorkloadAdvice memory = world.advice("vpa-memory");
        assertThat(owner(memory).grade()).isEqualTo(Grade.B);
        assertThat(memory.advice().proposed().cpuRequest()).isLessThan(1);
        assertThat(memory.advice().proposed().memoryRequest()).isEqualTo(memory.advice().current().memoryRequest());
    }
}
