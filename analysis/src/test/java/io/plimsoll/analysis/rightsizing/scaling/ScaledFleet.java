package io.plimsoll.analysis.rightsizing.scaling;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Workloads under autoscalers of every sort, with made telemetry that follows their rules, or does not.
final class ScaledFleet {
    private static final String SIZE = """
                                       requests: {cpu: "2", memory: 1Gi}
                                       limits: {memory: 1Gi}
                                       """;
    private static final IntToDoubleFunction WAVE = i -> 6 + 3.5 * Math.sin(2 * Math.PI * i / 288);

    private final ScalerCase world = new ScalerCase();

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

    /// @param folder for the workspace and the clone
    static ScalerCase open(Path folder) {
        return new ScaledFleet().load(folder);
    }

    private ScalerCase load(Path folder) {
        world.deployment("web", "", SIZE, "").file("apps/web-hpa.yaml", hpa("web", cpu(50)))
                .scaled("web", WAVE, followed(WAVE, 1, 1));
        int[] stubborn = new int[ScalerCase.SAMPLES];
        Arrays.fill(stubborn, 9);
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
        int[] scraped = Arrays.stream(halved).map(pods -> (pods + 1) / 2).toArray();
        world.deployment("counted", "", SIZE, "").file("apps/counted-hpa.yaml", hpa("counted", cpu(50)))
                .scaled("counted", i -> WAVE.applyAsDouble(i) * scraped[i] / halved[i], scraped)
                .labelled("kube_deployment_status_replicas", "namespace=\"shop\",deployment=\"counted\","
                        + "pod=\"kube-state-metrics-9sjrbqdpn4-bcdfg\"", 0, ScalerCase.SAMPLES, i -> halved[i]);
        queues();
        for (String mode : List.of("Off", "Auto")) {
            String name = "vpa-" + mode.toLowerCase(Locale.ROOT);
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
        return world;
    }

    private void steady(String name) {
        for (int pod = 0; pod < 2; pod++) {
            world.use(ScalerCase.pod(name, pod), "app", 0, ScalerCase.SAMPLES, i -> 0.3 + 0.05 * Math.sin(i / 40.0),
                    i -> 300);
        }
    }

    /// A native side-car asks for a core and takes half of one, whatever the load: 50 % of the pod's three cores are one and a half.
    private void sided() {
        world.deployment("sided", "", SIZE, """
                                            initContainers:
                                              - name: proxy
                                                restartPolicy: Always
                                                resources: {requests: {cpu: "1"}}
                                            """).file("apps/sided-hpa.yaml", hpa("sided", cpu(50)));
        int[] pods = followed(WAVE, 1, 7);
        world.scaled("sided", WAVE, pods);
        for (int pod = 0; pod < Arrays.stream(pods).max().orElse(0); pod++) {
            int number = pod;
            for (int i = 0; i < pods.length; i++) {
                if (pods[i] > number) {
                    world.series("cpu_cores", ScalerCase.pod("sided", pod), "proxy", i, i + 1, at -> 0.5);
                }
            }
        }
    }

    private void queues() {
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
}
