package io.plimsoll.analysis.telemetry.read;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.telemetry.read.MetricRule.Treatment;

/// The one list of metric names that Plimsoll understands; the first match holds.
///
/// Names are those of cAdvisor and kube-state-metrics, of OpenTelemetry and Metricbeat, with recording rules in the form `level:metric:operation` that the
/// Prometheus project advises, and those of plain exports of machines. A name with an operation behind a second colon, or
/// with a word such as `rate` in its last part, holds rates already and is never differenced again.
public final class MetricCatalog {
    private static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;
    private static final String LEVEL = "(?:[a-z_]+:)?";
    private static final MetricRule CPU_RATE = MetricRule.gauge(
            LEVEL + "container_cpu_usage_seconds_total:(?:sum_)?i?rate[0-9a-z_]*", Measure.CPU_CORES, Statistic.SAMPLE,
            1);
    private static final List<MetricRule> RULES = List.of(CPU_RATE,
            MetricRule.counter("container_cpu_usage_seconds_total", Measure.CPU_CORES, Treatment.RATE),
            MetricRule.gauge("(?:container_)?cpu_(?:usage_)?cores(?:_used)?", Measure.CPU_CORES, Statistic.SAMPLE, 1),
            MetricRule.gauge("cpu_cores(?:_used)?_max", Measure.CPU_CORES, Statistic.MAXIMUM, 1),
            MetricRule.gauge("cpu_cores(?:_used)?_avg", Measure.CPU_CORES, Statistic.AVERAGE, 1),
            MetricRule.gauge("cpu_millicores(?:_used)?", Measure.CPU_CORES, Statistic.SAMPLE, 1e-3),
            MetricRule.gauge(LEVEL + "container_memory_working_set_bytes", Measure.MEMORY_BYTES, Statistic.SAMPLE, 1),
            MetricRule.gauge(LEVEL + "container_memory_working_set_bytes:max[0-9a-z_]*", Measure.MEMORY_BYTES,
                    Statistic.MAXIMUM, 1),
            MetricRule.gauge("memory_bytes(?:_used)?", Measure.MEMORY_BYTES, Statistic.SAMPLE, 1),
            MetricRule.gauge("memory_bytes(?:_used)?_max", Measure.MEMORY_BYTES, Statistic.MAXIMUM, 1),
            MetricRule.gauge("memory_bytes(?:_used)?_avg", Measure.MEMORY_BYTES, Statistic.AVERAGE, 1),
            MetricRule.gauge("memory_mib_used", Measure.MEMORY_BYTES, Statistic.SAMPLE, MIB),
            MetricRule.gauge("memory_gib_used", Measure.MEMORY_BYTES, Statistic.SAMPLE, GIB),
            MetricRule.gauge("memory_gib_used_max", Measure.MEMORY_BYTES, Statistic.MAXIMUM, GIB),
            MetricRule.gauge("memory_gib_used_avg", Measure.MEMORY_BYTES, Statistic.AVERAGE, GIB),
            MetricRule.gauge("container_cpu_cfs_throttled_(?:periods_)?(?:share|ratio)", Measure.THROTTLED_SHARE,
                    Statistic.SAMPLE, 1),
            MetricRule.other("container_cpu_cfs_(?:throttled_)?periods_total", Treatment.INCREASE, "periods"),
            MetricRule.other("container_cpu_cfs_throttled_seconds_total", Treatment.RATE, "seconds/s"),
            MetricRule.counter("kube_pod_container_status_restarts_total", Measure.RESTARTS, Treatment.INCREASE),
            MetricRule.counter("container_oom_events_total", Measure.OOM_KILLS, Treatment.INCREASE),
            MetricRule.gauge("container_memory_(?:cache|mapped_file)", Measure.PAGE_CACHE_BYTES, Statistic.SAMPLE, 1),
            MetricRule.gauge("container_memory_rss", Measure.RSS_BYTES, Statistic.SAMPLE, 1),
            MetricRule.counter("container_network_(?:receive|transmit)_bytes_total", Measure.NETWORK_BYTES,
                    Treatment.RATE),
            MetricRule.counter("container_fs_(?:reads|writes)_bytes_total", Measure.DISK_BYTES, Treatment.RATE),
            // Machines as a whole: CloudWatch and its agent, Azure Monitor, Google's monitoring, recording rules of the Node mixin.
            MetricRule.gauge("CPUUtilization|Percentage CPU|cpu_(?:usage_|utili[sz]ation_)?percent|cpu_usage_active",
                    Measure.CPU_SHARE, Statistic.SAMPLE, 0.01),
            MetricRule.gauge("cpu_(?:usage_|utili[sz]ation_)?percent_max", Measure.CPU_SHARE, Statistic.MAXIMUM, 0.01),
            MetricRule.gauge("cpu_(?:usage_|utili[sz]ation_)?percent_avg", Measure.CPU_SHARE, Statistic.AVERAGE, 0.01),
            MetricRule.gauge("instance:node_cpu(?:_utili[sz]ation)?:(?:rate[0-9a-z]*|ratio)"
                    + "|node:node_cpu_utili[sz]ation:(?:avg|rate)[0-9a-z]*|cpu_share"
                    + "|compute\\.googleapis\\.com/instance/cpu/utilization|system\\.cpu\\.utilization",
                    Measure.CPU_SHARE, Statistic.SAMPLE, 1),
            MetricRule.gauge("CPUCreditBalance|CPU Credits Remaining", Measure.CPU_CREDITS, Statistic.SAMPLE, 1),
            MetricRule.gauge("mem(?:ory)?_(?:usage_|used_)?percent|agent\\.googleapis\\.com/memory/percent_used",
                    Measure.MEMORY_SHARE, Statistic.SAMPLE, 0.01),
            MetricRule.gauge("mem(?:ory)?_(?:usage_|used_)?percent_max", Measure.MEMORY_SHARE, Statistic.MAXIMUM, 0.01),
            MetricRule.gauge("mem(?:ory)?_(?:usage_|used_)?percent_avg", Measure.MEMORY_SHARE, Statistic.AVERAGE, 0.01),
            MetricRule.gauge("instance:node_memory_utili[sz]ation:ratio|node:node_memory_utili[sz]ation:?|memory_share",
                    Measure.MEMORY_SHARE, Statistic.SAMPLE, 1),
            MetricRule.counter("node_network_(?:receive|transmit)_bytes_total", Measure.NETWORK_BYTES, Treatment.RATE),
            MetricRule.gauge("instance:node_network_(?:receive|transmit)_bytes_excluding_lo:rate[0-9a-z]*"
                    + "|network_bytes_per_second", Measure.NETWORK_BYTES, Statistic.SAMPLE, 1),
            // Java: Micrometer, Prometheus' client_java before and after 1.0, OpenTelemetry. Pools are told apart by a label.
            MetricRule.gauge("jvm_gc_live_data_size_bytes|jvm_memory_(?:pool_)?used_after_last_gc_bytes"
                    + "|jvm\\.memory\\.used_after_last_gc|jvm_memory_pool_collection_used_bytes",
                    Measure.HEAP_AFTER_GC_BYTES, Statistic.SAMPLE, 1),
            // NVIDIA's DCGM exporter; frame buffer in MiB, use in percent.
            MetricRule.gauge("DCGM_FI_DEV_GPU_UTIL|(?:nvidia_|pod_)?gpu_duty_cycle", Measure.GPU_SHARE,
                    Statistic.SAMPLE, 0.01),
            MetricRule.gauge("DCGM_FI_PROF_GR_ENGINE_ACTIVE|gpu_share", Measure.GPU_SHARE, Statistic.SAMPLE, 1),
            MetricRule.gauge("DCGM_FI_DEV_FB_USED", Measure.GPU_MEMORY_BYTES, Statistic.SAMPLE, MIB),
            MetricRule.gauge("nvidia_gpu_memory_used_bytes|(?:pod_)?gpu_memory_used_bytes", Measure.GPU_MEMORY_BYTES,
                    Statistic.SAMPLE, 1),
            MetricRule.gauge("kube_horizontalpodautoscaler_status_current_replicas|kube_deployment_status_replicas"
                    + "|kube_statefulset_replicas|replicas", Measure.REPLICAS, Statistic.SAMPLE, 1),
            MetricRule.gauge("kafka_(?:consumergroup|consumer_group|burrow_partition)_lag", Measure.QUEUE_LAG,
                    Statistic.SAMPLE, 1),
            // What fails: service objectives of Sloth and Pyrra, Envoy, Kafka Connect, Airflow, the collector, Azure's sites.
            MetricRule.gauge("slo:sli_error:ratio_rate[0-9a-z]+|" + LEVEL
                    + "[a-z0-9_]*(?:errors?|failures?|5xx)(?:_[a-z]+)?:ratio[a-z0-9_]*|[a-z0-9_]*(?:error|failure)_(?:ratio|share)",
                    Measure.ERROR_SHARE, Statistic.SAMPLE, 1),
            MetricRule.gauge("[a-z0-9_]*(?:error|failure)_(?:rate_)?percent(?:age)?", Measure.ERROR_SHARE,
                    Statistic.SAMPLE, 0.01),
            MetricRule.counter("[a-z0-9_]*(?:request|response|http|grpc|rpc|record|task|job|run|export|send)[a-z0-9_]*"
                    + "_(?:errors|failures|failed|error|failure)(?:_[a-z]+)?_total"
                    + "|kafka_connect_task_error_metrics_total_(?:record_(?:errors|failures)|errors_logged)"
                    + "|airflow_ti_failures|otelcol_(?:exporter_send|processor|receiver)_(?:failed|refused)_[a-z_]+",
                    Measure.ERROR_RATE, Treatment.RATE),
            // What is missing in data: exporters of checks by Great Expectations, Soda and Deequ name shares and percentages like this.
            MetricRule.gauge("[a-z0-9_]*(?:null|missing(?:_values)?)_(?:ratio|share|fraction|rate)", Measure.NULL_SHARE,
                    Statistic.SAMPLE, 1),
            MetricRule.gauge("[a-z0-9_]*(?:null|missing)_percent(?:age)?", Measure.NULL_SHARE, Statistic.SAMPLE, 0.01),
            MetricRule.other(LEVEL + "[a-z0-9_]+:[a-z0-9_]*(?:rate|delta|increase|avg|max|sum)[a-z0-9_]*",
                    Treatment.VALUE,
                    ""),
            MetricRule.gauge("cpu_nanocores(?:_used)?", Measure.CPU_CORES, Statistic.SAMPLE, 1e-9),
            MetricRule.gauge("memory_kib_used", Measure.MEMORY_BYTES, Statistic.SAMPLE, 1 << 10),
            // OpenTelemetry's semantic conventions; `*.usage` is in cores.
            MetricRule.gauge("(?:k8s\\.pod|container)\\.cpu\\.usage", Measure.CPU_CORES, Statistic.SAMPLE, 1),
            MetricRule.counter("(?:k8s\\.pod|container)\\.cpu\\.time", Measure.CPU_CORES, Treatment.RATE),
            MetricRule.gauge("(?:k8s\\.pod|container)\\.memory\\.working_set", Measure.MEMORY_BYTES, Statistic.SAMPLE,
                    1),
            MetricRule.gauge("k8s\\.container\\.cpu_request", Measure.CPU_REQUEST, Statistic.SAMPLE, 1),
            MetricRule.gauge("k8s\\.container\\.cpu_limit", Measure.CPU_LIMIT, Statistic.SAMPLE, 1),
            MetricRule.gauge("k8s\\.container\\.memory_request", Measure.MEMORY_REQUEST, Statistic.SAMPLE, 1),
            MetricRule.gauge("k8s\\.container\\.memory_limit", Measure.MEMORY_LIMIT, Statistic.SAMPLE, 1),
            MetricRule.counter("k8s\\.container\\.restarts", Measure.RESTARTS, Treatment.INCREASE),
            // Metricbeat's Kubernetes module.
            MetricRule.gauge("kubernetes\\.(?:container|pod)\\.cpu\\.usage\\.nanocores", Measure.CPU_CORES,
                    Statistic.SAMPLE, 1e-9),
            MetricRule.gauge("kubernetes\\.(?:container\\.memory\\.workingset|pod\\.memory\\.working_set)\\.bytes",
                    Measure.MEMORY_BYTES, Statistic.SAMPLE, 1),
            MetricRule.gauge("kubernetes\\.container\\.cpu\\.request\\.cores", Measure.CPU_REQUEST, Statistic.SAMPLE,
                    1),
            MetricRule.gauge("kubernetes\\.container\\.cpu\\.limit\\.cores", Measure.CPU_LIMIT, Statistic.SAMPLE, 1),
            MetricRule.gauge("kubernetes\\.container\\.memory\\.request\\.bytes", Measure.MEMORY_REQUEST,
                    Statistic.SAMPLE, 1),
            MetricRule.gauge("kubernetes\\.container\\.memory\\.limit\\.bytes", Measure.MEMORY_LIMIT, Statistic.SAMPLE,
                    1),
            MetricRule.counter("kubernetes\\.container\\.status\\.restarts", Measure.RESTARTS, Treatment.INCREASE),
            MetricRule.other("kubernetes\\.(?:container|pod|node)\\.cpu\\.usage\\.core\\.ns", Treatment.RATE, "ns/s"),
            MetricRule.other("kubernetes\\.[a-z_.]*network\\.[rt]x\\.bytes", Treatment.RATE, "bytes/s"),
            MetricRule.other("[a-z0-9_.]*\\.bytes", Treatment.VALUE, "bytes"),
            MetricRule.other("[a-z0-9_.]*\\.pct", Treatment.VALUE, "share"),
            // Event logs of Spark: see SparkRun.
            MetricRule.gauge("spark_executor_cpu_cores", Measure.CPU_CORES, Statistic.AVERAGE, 1),
            MetricRule.gauge("spark_executor_memory_bytes", Measure.MEMORY_BYTES, Statistic.MAXIMUM, 1),
            MetricRule.gauge("spark_executor_cores", Measure.CPU_REQUEST, Statistic.SAMPLE, 1),
            MetricRule.gauge("spark_executor_memory_request_bytes", Measure.MEMORY_REQUEST, Statistic.SAMPLE, 1),
            new MetricRule(Pattern.compile("Status\\.JVM\\.CPU\\.Time"), Measure.CPU_CORES, Statistic.SAMPLE,
                    Treatment.RATE,
                    "cores", 1e-9),
            // OptScale's means of a day, by pod.
            MetricRule.gauge("pod_cpu_average_usage", Measure.CPU_CORES, Statistic.AVERAGE, 1),
            MetricRule.gauge("pod_memory_average_usage", Measure.MEMORY_BYTES, Statistic.AVERAGE, 1),
            MetricRule.other("[a-z0-9_]*_bucket", Treatment.RATE, "1/s"),
            MetricRule.other("[a-z0-9_]*_bytes_total", Treatment.RATE, "bytes/s"),
            MetricRule.other("[a-z0-9_]*_seconds_total", Treatment.RATE, "seconds/s"),
            MetricRule.other("[a-z0-9_]*_total", Treatment.RATE, "1/s"),
            MetricRule.other("[a-z0-9_]*_bytes", Treatment.VALUE, "bytes"),
            new MetricRule(Pattern.compile("[a-z0-9_]*_kib"), Measure.OTHER, Statistic.SAMPLE, Treatment.VALUE, "bytes",
                    1 << 10),
            new MetricRule(Pattern.compile("[a-z0-9_]*_mib"), Measure.OTHER, Statistic.SAMPLE, Treatment.VALUE, "bytes",
                    MIB),
            new MetricRule(Pattern.compile("[a-z0-9_]*_gib"), Measure.OTHER, Statistic.SAMPLE, Treatment.VALUE, "bytes",
                    GIB),
            MetricRule.other("[a-z0-9_]*_percent", Treatment.VALUE, "percent"),
            MetricRule.other("[a-z0-9_]*_ratio", Treatment.VALUE, "share"),
            MetricRule.other("[a-z0-9_]*_seconds", Treatment.VALUE, "seconds"));
    private static final MetricRule LAST_END = MetricRule.gauge("", Measure.LAST_END_OOM, Statistic.SAMPLE, 1);
    private static final Pattern JVM_MEMORY = Pattern.compile(
            "jvm_buffer_memory_used_bytes|jvm\\.buffer\\.memory\\.(?:used|usage)|jvm_memory_(used|committed|max)_bytes|jvm_memory_bytes_(used|committed|max)|jvm\\.memory\\.(used|committed|limit)");
    private static final Map<String, MetricRule> AMOUNTS = Map.of("requests/cpu",
            MetricRule.gauge("", Measure.CPU_REQUEST, Statistic.SAMPLE, 1), "requests/memory",
            MetricRule.gauge("", Measure.MEMORY_REQUEST, Statistic.SAMPLE, 1), "limits/cpu",
            MetricRule.gauge("", Measure.CPU_LIMIT, Statistic.SAMPLE, 1), "limits/memory",
            MetricRule.gauge("", Measure.MEMORY_LIMIT, Statistic.SAMPLE, 1));
    private static final MetricRule UNKNOWN = MetricRule.other(".*", Treatment.VALUE, "");
    /// Rules by name: a fleet has many series of few names.
    private static final Map<String, MetricRule> FOUND = new ConcurrentHashMap<>();
    private static final int MOST_FOUND = 10_000;

    private MetricCatalog() {
    }

    /// What a metric is. One that nobody knows is a gauge without a unit.
    ///
    /// @param labels the resource's name decides for requests and limits
    public static MetricRule rule(String metric, Map<String, String> labels) {
        String amount = switch (metric) {
            case "kube_pod_container_resource_requests" -> "requests/";
            case "kube_pod_container_resource_limits" -> "limits/";
            default -> "";
        };
        if (!amount.isEmpty()) {
            return AMOUNTS.getOrDefault(amount + labels.getOrDefault("resource", ""), UNKNOWN);
        }
        if (metric.equals("kube_pod_container_status_last_terminated_reason")) {
            return labels.getOrDefault("reason", "").equals("OOMKilled") ? LAST_END : UNKNOWN;
        }
        MetricRule latency = LatencyNames.rule(metric, labels);
        if (latency != null) {
            return latency;
        }
        return JVM_MEMORY.matcher(metric).matches() ? javaMemory(metric, labels) : byName(metric);
    }

    private static MetricRule byName(String metric) {
        MetricRule known = FOUND.get(metric);
        if (known != null) {
            return known;
        }
        MetricRule found = RULES.stream().filter(rule -> rule.name().matcher(metric).matches()).findFirst()
                .orElse(UNKNOWN);
        if (FOUND.size() < MOST_FOUND) {
            FOUND.put(metric, found);
        }
        return found;
    }

    /// Direct buffers lie beside the heap; mapped ones are files.
    private static MetricRule javaMemory(String metric, Map<String, String> labels) {
        if (metric.contains("buffer")) {
            return labels.getOrDefault("id", labels.getOrDefault("jvm.buffer.pool.name", "")).equals("direct")
                    ? MetricRule.gauge("", Measure.NON_HEAP_BYTES, Statistic.SAMPLE, 1)
                    : MetricRule.other(".*", Treatment.VALUE, "bytes");
        }
        boolean heap = labels.getOrDefault("area", labels.getOrDefault("jvm.memory.type", "")).equals("heap");
        Measure measure = metric.contains("committed")
                ? Measure.HEAP_COMMITTED_BYTES
                : metric.contains("used") ? Measure.HEAP_USED_BYTES : Measure.HEAP_MAX_BYTES;
        return heap
                ? MetricRule.gauge("", measure, Statistic.SAMPLE, 1)
                : measure == Measure.HEAP_USED_BYTES
                        ? MetricRule.gauge("", Measure.NON_HEAP_BYTES, Statistic.SAMPLE, 1)
                        : MetricRule.other(".*", Treatment.VALUE, "bytes");
    }

    /// What a metric is by its name and by what the file says.
    public static MetricRule rule(String metric, Map<String, String> labels, Told told) {
        return rule(metric, labels).told(told);
    }

    /// What an answer without a metric's name is, named after its file. Functions such as `rate` and `sum` drop the name, so
    /// it may hold rates of a counter or sums of it: a name that means a counter decides nothing here.
    public static MetricRule ruleOfUnnamed(String fileName, Map<String, String> labels, Told told) {
        MetricRule rule = rule(fileName, labels);
        return (rule.treatment() == Treatment.VALUE ? rule : UNKNOWN).told(told);
    }
}
