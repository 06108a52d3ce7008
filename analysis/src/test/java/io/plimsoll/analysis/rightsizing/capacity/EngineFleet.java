package io.plimsoll.analysis.rightsizing.capacity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Manifests and made telemetry of one workload of each engine.
final class EngineFleet {
    private EngineFleet() {
    }

    private static String service(String name, String memory, String options) {
        return """
               apiVersion: apps/v1
               kind: Deployment
               metadata: {name: %s, namespace: shop}
               spec:
                 replicas: 1
                 template:
                   spec:
                     containers:
                       - name: app
                         %s
                         resources: {requests: {cpu: "2", memory: %s}, limits: {memory: %s}}
               """.formatted(name, options, memory, memory);
    }

    private static String java(String options) {
        return "env: [{name: JAVA_TOOL_OPTIONS, value: \"" + options + "\"}]";
    }

    private static final String SPARK = """
                                        apiVersion: sparkoperator.k8s.io/v1beta2
                                        kind: SparkApplication
                                        metadata: {name: features, namespace: shop}
                                        spec:
                                          type: Python
                                          driver: {cores: 1, memory: 1g}
                                          executor: {cores: 4, instances: 2, memory: 10g}
                                          dynamicAllocation: {enabled: true, minExecutors: 4, maxExecutors: 40}
                                        """;
    private static final String FLINK = """
                                        apiVersion: flink.apache.org/v1beta1
                                        kind: FlinkDeployment
                                        metadata: {name: clicks, namespace: shop}
                                        spec:
                                          flinkConfiguration:
                                            taskmanager.numberOfTaskSlots: "2"
                                            state.backend.type: rocksdb
                                          jobManager: {resource: {cpu: 1, memory: 2g}}
                                          taskManager: {replicas: 4, resource: {cpu: 4, memory: 16g}}
                                          job: {parallelism: 7, upgradeMode: savepoint}
                                        """;
    private static final String KAFKA = """
                                        apiVersion: apps/v1
                                        kind: StatefulSet
                                        metadata: {name: %s, namespace: shop}
                                        spec:
                                          replicas: 3
                                          template:
                                            spec:
                                              containers:
                                                - name: kafka
                                                  resources: {requests: {cpu: "2", memory: 32Gi}, limits: {memory: 32Gi}}
                                        """;
    private static final String RAY = """
                                      apiVersion: ray.io/v1
                                      kind: RayCluster
                                      metadata: {name: train, namespace: shop}
                                      spec:
                                        enableInTreeAutoscaling: true
                                        workerGroupSpecs:
                                          - groupName: small
                                            replicas: 2
                                            minReplicas: 1
                                            maxReplicas: 9
                                            rayStartParams: {object-store-memory: "8589934592"}
                                            template:
                                              spec:
                                                containers:
                                                  - name: ray-worker
                                                    resources: {requests: {cpu: "4", memory: 32Gi}, limits: {cpu: "4", memory: 32Gi}}
                                      """;

    /// A workbench that has read them.
    ///
    /// @param folder for the workspace, the clone and the telemetry
    static Workbench open(Path folder) throws IOException {
        Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        Map<String, Optional<byte[]>> files = new HashMap<>();
        Map.of("fixed", service("fixed", "12Gi", java("-Xms6g -Xmx6g")),
                "unseen", service("unseen", "12Gi", java("-Xmx6g")),
                "share", service("share", "8Gi", java("-XX:MaxRAMPercentage=75")),
                "own", service("own", "8Gi", "command: [java, -jar, app.jar]"),
                "tight", service("tight", "4Gi", java("-Xmx4g")),
                "features", SPARK, "clicks", FLINK, "broker", KAFKA.formatted("broker"), "bare",
                KAFKA.formatted("bare"), "train", RAY)
                .forEach((name, text) -> files.put("shop/" + name + ".yaml",
                        Optional.of(text.getBytes(StandardCharsets.UTF_8))));
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            repository.commitAll(List.of(new DatedCommit(Instant.parse("2026-09-01T08:00:00Z"),
                    new Person("Ada", "ada@example.com"), "import", files)));
        }
        workbench.repository().add(folder.resolve("clone"));
        workbench.telemetry().importFiles(List.of(telemetry().write(folder.resolve("t.json"))), Optional.empty(),
                Progress.NONE, Cancellation.never());
        return workbench;
    }

    private static MadeTelemetry telemetry() {
        MadeTelemetry made = new MadeTelemetry();
        made.of("deployment", "fixed", "fixed-1", "app").use(0.5, 3);
        made.pool("max", "heap", "G1 Eden Space", -1).pool("max", "heap", "G1 Old Gen", 6)
                .pool("committed", "heap", "G1 Eden Space", 2).pool("committed", "heap", "G1 Old Gen", 4)
                .pool("used", "nonheap", "Metaspace", 0.2).pool("used", "nonheap", "CodeHeap", 0.1)
                .gib("jvm_gc_live_data_size_bytes", 1.5);
        made.of("deployment", "unseen", "unseen-1", "app").use(0.5, 3);
        made.of("deployment", "share", "share-1", "app").use(0.5, 2);
        made.pool("used", "nonheap", "Metaspace", 0.2).pool("used_after_last_gc", "heap", "G1 Old Gen", 0.9)
                .gib("jvm_gc_live_data_size_bytes", 0.9);
        made.of("deployment", "own", "own-1", "app").use(0.5, 1.9);
        made.of("deployment", "tight", "tight-1", "app").use(0.5, 2.5);
        for (int i = 1; i <= 4; i++) {
            made.of("SparkApplication", "features", "features-exec-" + i, "spark-kubernetes-executor").use(0.5, 3);
            made.of("FlinkDeployment", "clicks", "clicks-taskmanager-1-" + i, "flink-main-container").use(0.5, 6);
            made.gib("jvm_gc_live_data_size_bytes", 5);
        }
        for (int i = 0; i < 3; i++) {
            made.of("statefulset", "broker", "broker-" + i, "kafka").use(0.5, 8).gib("container_memory_cache", 14)
                    .gib("container_memory_rss", 6);
            made.of("statefulset", "bare", "bare-" + i, "kafka").use(0.5, 8);
        }
        for (int i = 1; i <= 3; i++) {
            made.of("RayCluster", "train", "train-small-worker-" + i, "ray-worker").use(1, 10);
        }
        return made;
    }
}
