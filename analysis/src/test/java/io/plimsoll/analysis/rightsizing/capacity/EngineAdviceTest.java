package io.plimsoll.analysis.rightsizing.capacity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// One workload of each engine with its manifest and telemetry: what use alone would give is never what is proposed.
class EngineAdviceTest {
    private static final double MIB = Bytes.MI;

    private static Workbench workbench;
    private static final Map<String, WorkloadAdvice> ADVICES = new HashMap<>();

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

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
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
        workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never())
                .forEach(each -> ADVICES.put(each.workload().title(), each));
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

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static WorkloadAdvice of(String name) {
        return Objects.requireNonNull(ADVICES.get(name), name + " of " + ADVICES.keySet());
    }

    private static double mib(String name) {
        return proposed(name).memoryRequest() / MIB;
    }

    private static Size proposed(String name) {
        return of(name).advice().proposed();
    }

    private static Optional<Objection> objection(String name, Refusal code) {
        return of(name).objections().stream().filter(each -> each.code() == code).findFirst();
    }

    /// Beside 6 Gi of heap 0.3 of classes and code, 50 threads of 1 Mi, 5 % of the heap for its collector; the guard over heaps wants 7.5 Gi.
    @Test
    void aFixedHeapAndWhatLiesBesideItStay() {
        assertThat(mib("fixed")).isEqualTo(8 * 1024);
        assertThat(of("fixed").reasons()).anySatisfy(fact -> assertThat(fact)
                .isEqualTo(
                        "A Java heap of 6.0 Gi (-Xmx6g) and 664 Mi beside it keep the memory limit at 7.5 Gi or more; 6.0 Gi of it were taken at the most."))
                .anySatisfy(fact -> assertThat(fact).contains("1.5 Gi of the heap lived: -Xmx2048m would hold it"));
        assertThat(objection("fixed", Refusal.OFF_HEAP_UNKNOWN)).isEmpty();
    }

    /// 6 Gi, and allowances of 128, 64, 64 and 50 Mi and 5 %.
    @Test
    void withoutTelemetryOfTheHeapItsOptionsAndAnAllowanceBind() {
        assertThat(mib("unseen")).isEqualTo(8 * 1024);
        assertThat(objection("unseen", Refusal.OFF_HEAP_UNKNOWN)).get().satisfies(each -> {
            assertThat(each.grade()).isEqualTo(Grade.B);
            assertThat(each.sentence()).contains("613 Mi");
        });
    }

    @Test
    void aHeapThatIsAShareOfTheLimitShrinksAsFarAsItsLiveDataAndTheRestAllow() {
        assertThat(mib("share")).isEqualTo(3 * 1024);
        assertThat(of("share").reasons()).anySatisfy(
                fact -> assertThat(fact).contains("-XX:MaxRAMPercentage=75, now 6.0 Gi").contains("922 Mi of it live"));
    }

    /// A quarter of 7.6 Gi is all that the process ever held.
    @Test
    void theJvmsOwnQuarterMayNotBecomeSmallerThanWhatTheProcessHeld() {
        assertThat(mib("own")).isEqualTo(8 * 1024);
        assertThat(of("own").reasons()).anySatisfy(fact -> assertThat(fact).contains("the JVM's own 25 % of the limit")
                .contains("What lives in it was not measured: the limit stays at 7.6 Gi"));
    }

    @Test
    void aHeapAsLargeAsItsLimitIsAReasonAgainstTheSize() {
        assertThat(objection("tight", Refusal.HEAP_BOUND)).get().satisfies(each -> {
            assertThat(each.grade()).isEqualTo(Grade.B);
            assertThat(each.sentence()).contains("4.0 Gi (-Xmx4g)").contains("raise memory to 5.0 Gi");
        });
        assertThat(mib("tight")).isEqualTo(4 * 1024);
    }

    /// Python takes two fifths of the heap beside it; the executors that are there count, not where allocation began.
    @Test
    void sparkOwnsTheNumberOfItsExecutorsAndAddsUpTheirPods() {
        Size current = of("features").advice().current();
        assertThat(current.memoryRequest() / MIB).isEqualTo(14 * 1024);
        assertThat(current.replicas()).isEqualTo(4);
        assertThat(proposed("features").replicas()).isEqualTo(4);
        assertThat(mib("features")).isLessThan(14 * 1024).isGreaterThan(3.5 * 1024);
        assertThat(objection("features", Refusal.OWNER_IS_AUTOSCALER)).get()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(Grade.B));
        assertThat(of("features").reasons()).anySatisfy(fact -> assertThat(fact)
                .isEqualTo("An executor's pod is 10.0 Gi of heap and 4.0 Gi of overhead by Spark's rule."))
                .anySatisfy(fact -> assertThat(fact).contains("4 tasks at once"))
                .anySatisfy(fact -> assertThat(fact).contains("minExecutors of 4: 2 would bear"));
    }

    @Test
    void flinkKeepsItsSlotsAndAProcessWhoseHeapHoldsWhatLives() {
        assertThat(proposed("clicks").replicas()).isEqualTo(4);
        assertThat(mib("clicks")).isGreaterThanOrEqualTo(14_400);
        assertThat(of("clicks").reasons()).anySatisfy(fact -> assertThat(fact).contains("7.3 Gi heap, 5.9 Gi managed"))
                .anySatisfy(fact -> assertThat(fact).contains("4.9 Gi of the heap live"))
                .anySatisfy(fact -> assertThat(fact).contains("RocksDB"))
                .anySatisfy(fact -> assertThat(fact).contains("slots of 4 task managers"));
    }

    @Test
    void aBrokerKeepsItsPageCacheAndAllItsMemoryWhereThatWasNotMeasured() {
        assertThat(mib("broker")).isCloseTo(20 * 1024, within(1.0));
        assertThat(mib("bare")).isEqualTo(32 * 1024);
        assertThat(objection("bare", Refusal.MEMORY_BOUND)).get()
                .satisfies(each -> assertThat(each.sentence()).contains("page cache, which was not measured"));
        assertThat(objection("broker", Refusal.MEMORY_BOUND)).isEmpty();
    }

    @Test
    void rayOwnsTheNumberOfItsWorkersAndItsStoreIsKeptBesideTheUse() {
        assertThat(proposed("train").replicas()).isEqualTo(3);
        assertThat(mib("train")).isGreaterThanOrEqualTo(18 * 1024);
        assertThat(objection("train", Refusal.OWNER_IS_AUTOSCALER)).isPresent();
        assertThat(of("train").reasons()).anySatisfy(fact -> assertThat(fact).contains("8.0 Gi whatever"));
    }

    @Test
    void everyRuleSaysWhatItDoesUnderANameOfItsOwn() {
        assertThat(CapacityRules.all()).allSatisfy(rule -> assertThat(rule.explanation()).endsWith("."));
        assertThat(CapacityRules.all()).extracting(CapacityRule::id).doesNotHaveDuplicates();
    }
}
