package io.plimsoll.analysis.manifest.knob;

import java.util.Locale;
import java.util.Set;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// Which unit grammar a place has. From the custom resource definitions of the Spark operator (v1beta2), the Flink
/// operator (v1beta1), Strimzi and KubeRay, and from Spark's and Flink's configuration references.
///
/// The Flink operator reads `jobManager.resources` and `taskManager.resources` with Flink's units first, then with
/// Kubernetes' (`FlinkConfigBuilder.parseResourceMemoryString`), so `2048m` is 2 GiB there.
public final class GrammarRules {
    private static final Set<String> SPARK = Set.of("SparkApplication", "ScheduledSparkApplication");
    private static final Set<String> FLINK = Set.of("FlinkDeployment", "FlinkSessionJob",
            "FlinkBlueGreenDeployment");
    private static final Set<String> QUANTITIES = Set.of("cpu", "memory", "ephemeral-storage", "storage", "size",
            "volumeSize", "storageSize", "coreRequest", "coreLimit", "averageValue");
    private static final Set<String> WHOLES = Set.of("replicas", "replicaCount", "minReplicas", "maxReplicas",
            "minReplicaCount", "maxReplicaCount", "idleReplicaCount", "targetCPUUtilizationPercentage",
            "targetMemoryUtilizationPercentage", "averageUtilization", "parallelism", "completions", "cores",
            "instances", "initialExecutors", "minExecutors", "maxExecutors", "partitions", "tasksMax", "count",
            "numOfHosts", "weight", "gpu", "quantity", "backoffLimit", "activeDeadlineSeconds",
            "ttlSecondsAfterFinished",
            "stabilizationWindowSeconds", "periodSeconds", "pollingInterval", "cooldownPeriod", "idleTimeoutSeconds",
            "timeToLiveSeconds", "iops", "iopsPerGB", "throughput", "days", "noncurrentDays", "daysAfterInitiation",
            "age",
            "desiredReplicas", "minSize", "maxSize", "diskSize", "diskSizeGB", "num-cpus", "secondsAfterCompletion",
            "secondsAfterSuccess", "secondsAfterFailure", "autoscaling.keda.sh/paused-replicas",
            "cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size",
            "cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size");

    /// Quotas and ranges hold quantities under whatever key.
    private static final Set<String> RANGES = Set.of("hard", "default", "defaultRequest", "min", "max",
            "maxLimitRequestRatio", "minAllowed", "maxAllowed");

    private GrammarRules() {
    }

    /// @param kind   of the object; empty for a values file
    /// @param author the text that stands there; tells Java's units from Kubernetes' where no schema does
    public static UnitGrammar at(String kind, ManifestPath path, String author) {
        String last = path.keyFromEnd(0);
        String parent = path.keyFromEnd(1);
        if (parent.equals("requests") || parent.equals("limits")) {
            return FLINK.contains(kind) && last.equals("memory") && path.keyFromEnd(3).endsWith("Manager")
                    ? UnitGrammar.FLINK
                    : UnitGrammar.KUBERNETES;
        }
        if (RANGES.contains(parent)) {
            return UnitGrammar.KUBERNETES;
        }
        if (last.equals("value") && path.passes("policies") || parent.equals("retryStrategy")) {
            return UnitGrammar.INTEGER;
        }
        if (last.equals("value") && parent.equals("target")) {
            return UnitGrammar.KUBERNETES;
        }
        if (parent.equals("rayStartParams")) {
            return last.equals("num-gpus") ? UnitGrammar.DECIMAL : UnitGrammar.INTEGER;
        }
        if (parent.equals("metadata") && path.passes("triggers")) {
            return UnitGrammar.INTEGER.reads(author)
                    ? UnitGrammar.INTEGER
                    : UnitGrammar.DECIMAL.reads(author)
                            ? UnitGrammar.DECIMAL
                            : UnitGrammar.TEXT;
        }
        if (SPARK.contains(kind)) {
            return spark(last, parent);
        }
        if (FLINK.contains(kind)) {
            return flink(last, parent);
        }
        if (last.equals("-Xms") || last.equals("-Xmx")) {
            return UnitGrammar.JVM;
        }
        if (parent.equals("sparkConf") || last.startsWith("spark.")) {
            return configured(last);
        }
        if (last.equals("memoryOverhead") || last.equals("memory") && author.strip().matches(javaForm(path))) {
            return UnitGrammar.JVM;
        }
        return plain(last);
    }

    /// `8g` is never a Kubernetes quantity; `512m` is one, but nobody who writes about Spark or a heap means half a byte.
    private static String javaForm(ManifestPath path) {
        String all = path.toString().toLowerCase(Locale.ROOT);
        boolean java = all.contains("spark") || all.contains("jvm") || all.contains("heap") || all.contains("driver")
                || all.contains("executor");
        return java ? "[0-9]+([kmgtKMGT][bB]?)" : "[0-9]+([gt]|[kmgtKMGT][bB])";
    }

    private static UnitGrammar plain(String last) {
        boolean kafka = last.contains("retention.") || last.endsWith("replication.factor")
                || last.endsWith("min.insync.replicas");
        if (WHOLES.contains(last) || kafka) {
            return UnitGrammar.INTEGER;
        }
        boolean quantity = QUANTITIES.contains(last) || last.startsWith("hugepages-");
        return quantity ? UnitGrammar.KUBERNETES : UnitGrammar.TEXT;
    }

    private static UnitGrammar spark(String last, String parent) {
        if (parent.equals("sparkConf") || last.startsWith("spark.")) {
            return configured(last);
        }
        return switch (last) {
            case "memory", "memoryOverhead", "memoryLimit" -> UnitGrammar.JVM;
            case "memoryOverheadFactor" -> UnitGrammar.DECIMAL;
            default -> plain(last);
        };
    }

    /// Keys of Spark's configuration.
    private static UnitGrammar configured(String key) {
        if (key.startsWith("spark.kubernetes.") && key.endsWith(".cores")) {
            return UnitGrammar.KUBERNETES;
        }
        if (key.endsWith("emoryOverheadFactor") || key.endsWith(".fraction")) {
            return UnitGrammar.DECIMAL;
        }
        if (key.endsWith("emory") || key.endsWith("emoryOverhead") || key.endsWith("offHeap.size")) {
            return UnitGrammar.JVM;
        }
        boolean whole = key.endsWith(".cores") || key.endsWith(".instances") || key.endsWith("Executors")
                || key.endsWith(".partitions");
        return whole ? UnitGrammar.INTEGER : UnitGrammar.TEXT;
    }

    private static UnitGrammar flink(String last, String parent) {
        if (parent.equals("resource")) {
            return last.equals("cpu") ? UnitGrammar.DECIMAL : UnitGrammar.FLINK;
        }
        if (last.contains(".memory.") && !last.endsWith(".fraction")) {
            return UnitGrammar.FLINK;
        }
        if (last.endsWith(".cpu") || last.endsWith(".fraction")) {
            return UnitGrammar.DECIMAL;
        }
        boolean whole = last.endsWith("numberOfTaskSlots") || last.equals("parallelism.default");
        return whole ? UnitGrammar.INTEGER : plain(last);
    }
}
