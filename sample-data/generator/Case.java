import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The facts of the case, stated once: dates, prices, workloads.
final class Case {
    static final long SEED = 20261031L;
    static final LocalDate FIRST = LocalDate.parse("2026-07-01");
    static final LocalDate LAST = LocalDate.parse("2026-10-31");
    static final LocalDate LAST_COMPLETE = LocalDate.parse("2026-10-29");
    static final Instant TELEMETRY_START = Instant.parse("2026-10-11T00:00:00Z");
    static final int STEP_SECONDS = 300;
    static final int SAMPLES = 21 * 288;

    /// Price of a core-hour and a GiB-hour. Together they give exactly the on-demand price of m6i: 0.096 for 2 cores and 8 GiB.
    static final BigDecimal CPU_HOUR = new BigDecimal("0.0336");
    static final BigDecimal GIB_HOUR = new BigDecimal("0.0036");

    static final LocalDate LEVEL_SHIFT = LocalDate.parse("2026-10-06");
    static final LocalDate EGRESS_SPIKE = LocalDate.parse("2026-09-17");
    static final LocalDate NEW_SERVICE = LocalDate.parse("2026-09-14");
    static final LocalDate PRICE_CHANGE = LocalDate.parse("2026-08-20");
    static final LocalDate DRIFT = LocalDate.parse("2026-08-10");
    static final LocalDate GPU_DROP = LocalDate.parse("2026-09-22");
    static final LocalDate SAVINGS_PLAN = LocalDate.parse("2026-09-08");
    static final LocalDate CREDIT = LocalDate.parse("2026-09-12");
    static final LocalDate CORRECTION_POSTED = LocalDate.parse("2026-10-02");
    static final LocalDate CORRECTION_FOR = LocalDate.parse("2026-08-29");

    /// An hourly commitment of 0.432 USD buys m6i capacity at 72 % of its list price.
    static final BigDecimal COMMITMENT_HOUR = new BigDecimal("0.432");
    static final BigDecimal COMMITMENT_RATE = new BigDecimal("0.72");
    static final String COVERED = "caption-encoder";

    static final String CLUSTER = "lake-prod-use1";
    static final String FEATURE = "multimodal-feature-extraction";
    static final Workload.Size FEATURE_BEFORE = new Workload.Size(3, "2", "8");
    static final String ANNOTATION_VM = "arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718";
    static final String LICENSE_VM = "arn:aws:ec2:us-east-1:044455556666:instance/i-0f9e8d7c6b5a40312";

    static final List<Workload> WORKLOADS = List.of(
            workload(FEATURE, "data-processing", "SparkApplication", "spark-kubernetes-executor", "vision", "image",
                    size(9, "4", "16"), load(Workload.Day.OFFICE, Workload.Memory.PLATEAU, 0.4, 2.0), FEATURE_BEFORE,
                    "shrink", "Nine executors share what three carried, 1.2 cores p99.5 and 6 GiB each: undo the backfill. "
                            + "Any size above the floor is right"),
            workload(COVERED, "language", "Deployment", COVERED, "language", "text", size(6, "2", "8"),
                    load(Workload.Day.OFFICE, Workload.Memory.SAWTOOTH, 1.15, 5.0), size(6, "1.5", "6"), "shrink",
                    "Cores and memory idle; a savings plan covers the nodes until 2027-09-08, so cash is freed later"),
            workload("ocr-workers", "vision", "StatefulSet", "ocr", "vision", "image", size(8, "1", "4"),
                    load(Workload.Day.EVENING, Workload.Memory.SAWTOOTH, 0.55, 3.3), size(8, "0.7", "4"), "shrink",
                    "Cores only; memory is needed"),
            workload("audio-align", "audio", "FlinkDeployment", "flink-main-container", "audio", "audio",
                    size(4, "4", "16"), load(Workload.Day.EVENING, Workload.Memory.PLATEAU, 2.2, 12.8), size(4, "3", "16"),
                    "shrink", "Cores only; managed memory is full by design"),
            workload("embedding-api", "language", "Deployment", "embedding-api", "language", "text", size(6, "2", "4"),
                    load(Workload.Day.OFFICE, Workload.Memory.PLATEAU, 0.7, 3.2), size(3, "2", "4"), "shrink",
                    "The HPA never leaves its minimum of 6: change minReplicas, not replicas. Memory is per pod, not per load"),
            workload("language-dedup", "language", "SparkApplication", "spark-kubernetes-executor", "language", "text",
                    size(2, "1", "4"), load(Workload.Day.NIGHT_BATCH, Workload.Memory.PLATEAU, 0.78, 3.3), size(2, "1", "4"),
                    "keep", "Right as it is"),
            workload("kafka-connect", "platform", "Deployment", "connect", "platform", "shared", size(2, "1", "4"),
                    load(Workload.Day.FLAT, Workload.Memory.PLATEAU, 0.72, 3.35), size(2, "1", "4"), "keep",
                    "Right as it is; bound by the heap"),
            new Workload("lineage-sync", "platform", "CronJob", "lineage-sync", "platform", "shared", 2, size(1, "0.5", "2"),
                    load(Workload.Day.FLAT, Workload.Memory.UP_TO_THE_LIMIT, 0.38, 1.99), size(1, "0.5", "3"), "grow",
                    "Killed at its memory limit on five of 21 nights, then a retry finishes the rest: at least "
                            + "2.4 GiB, a fifth above the limit"),
            workload("speech-vad", "audio", "Deployment", "vad", "audio", "audio", size(2, "1", "2"),
                    load(Workload.Day.OFFICE, Workload.Memory.WITH_LOAD, 0.3, 0.8), null, "refuse",
                    "Telemetry of less than two days"),
            workload("quality-gate", "platform", "Deployment", "quality-gate", "platform", "shared", size(2, "1", "2"),
                    load(Workload.Day.FLAT, Workload.Memory.WITH_LOAD, 0.36, 0.82), size(2, "0.5", "1"), "shrink",
                    "Idle, but the series has gaps: a lower grade is right"),
            workload("redaction-proxy", "language", "Deployment", "proxy", "language", "text", size(2, "1", "2"), null, null,
                    "refuse", "Blind spot: in Git and in the bill, sends no telemetry"),
            workload("gpu-finetune", "language", "Deployment", "finetune", "language", "text", size(4, "6", "24"),
                    load(Workload.Day.NIGHT_BATCH, Workload.Memory.WITH_LOAD, 4.7, 20.3), size(4, "6", "24"), "keep",
                    "One GPU a pod decides the node; cores and memory would save nothing"));

    static Workload workload(String name) {
        return WORKLOADS.stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
    }

    private static Workload workload(String name, String namespace, String kind, String container, String team,
            String modality, Workload.Size size, Workload.Load load, Workload.Size answer, String verdict, String reason) {
        return new Workload(name, namespace, kind, container, team, modality, 24, size, load, answer, verdict, reason);
    }

    private static Workload.Size size(int replicas, String cpu, String memoryGiB) {
        return new Workload.Size(replicas, cpu, memoryGiB);
    }

    private static Workload.Load load(Workload.Day day, Workload.Memory memory, double cpuP995, double memoryMaxGiB) {
        return new Workload.Load(day, memory, cpuP995, memoryMaxGiB);
    }

    private Case() {
    }
}
