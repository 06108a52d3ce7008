package io.plimsoll.analysis.telemetry;

import java.util.Locale;

/// What a series measures, whatever its source calls it.
public enum Measure {
    /// Processor use in cores.
    CPU_CORES("cores"),
    /// Memory that can't be taken back, the working set, in bytes.
    MEMORY_BYTES("bytes"),
    /// Share of scheduler periods in which the container was held back, 0..1.
    THROTTLED_SHARE("share"),
    /// Restarts since the sample before.
    RESTARTS("restarts"),
    /// Kills for want of memory since the sample before.
    OOM_KILLS("kills"),
    /// 1 while the last end of a container was a kill for want of memory.
    LAST_END_OOM("flag"), CPU_REQUEST("cores"), CPU_LIMIT("cores"), MEMORY_REQUEST("bytes"), MEMORY_LIMIT("bytes"),
    /// Processor use of a whole machine, 0..1 of all its processors.
    CPU_SHARE("share"),
    /// What a burstable machine may still burst.
    CPU_CREDITS("credits"),
    /// Memory of a whole machine in use, 0..1.
    MEMORY_SHARE("share"),
    /// Memory that only caches files and can be taken back.
    PAGE_CACHE_BYTES("bytes"),
    /// Memory that is really held, without files.
    RSS_BYTES("bytes"),
    /// A Java heap, by pool where the source tells pools apart.
    HEAP_USED_BYTES("bytes"), HEAP_COMMITTED_BYTES("bytes"), HEAP_MAX_BYTES("bytes"),
    /// What a collection left of the heap.
    HEAP_AFTER_GC_BYTES("bytes"),
    /// Classes, compiled code and other memory of a Java process beside its heap.
    NON_HEAP_BYTES("bytes"),
    /// Busy share of a GPU or of a slice of one, 0..1.
    GPU_SHARE("share"), GPU_MEMORY_BYTES("bytes"),
    /// Bytes a second over the network, both ways apart.
    NETWORK_BYTES("bytes/s"),
    /// Bytes a second from and to disks.
    DISK_BYTES("bytes/s"),
    /// Requests a second.
    REQUEST_RATE("1/s"),
    /// How long a request took; the labels say which quantile.
    LATENCY_SECONDS("seconds"),
    /// Replicas that ran, as the autoscaler or the controller counts them.
    REPLICAS("replicas"),
    /// What waits in a queue, in messages.
    QUEUE_LAG("messages"),
    /// Failures a second: of requests, records or runs.
    ERROR_RATE("1/s"),
    /// Share of requests, records or runs that fail, 0..1.
    ERROR_SHARE("share"),
    /// Share of values that are missing, 0..1.
    NULL_SHARE("share"),
    /// How long a run took.
    RUN_SECONDS("seconds"),
    /// Anything else; kept and charted, but no advice is built on it.
    OTHER("");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /// Whether it says how much of a resource was taken.
    public boolean isUse() {
        return switch (this) {
            case CPU_CORES, MEMORY_BYTES, CPU_SHARE, MEMORY_SHARE, RSS_BYTES, GPU_SHARE, GPU_MEMORY_BYTES -> true;
            default -> false;
        };
    }

    /// In the user's words, lower case but for names: `CPU`, `queue lag`, `share of missing values`.
    public String title() {
        return switch (this) {
            case CPU_CORES -> "CPU";
            case CPU_SHARE -> "CPU of the machine";
            case MEMORY_SHARE -> "memory of the machine";
            case GPU_SHARE -> "GPU";
            case OOM_KILLS -> "OOM kills";
            case RUN_SECONDS -> "run time";
            case NETWORK_BYTES -> "network";
            case DISK_BYTES -> "disk";
            case ERROR_SHARE -> "share of failed requests";
            case ERROR_RATE -> "failures a second";
            case NULL_SHARE -> "share of missing values";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ').replaceFirst(" (bytes|seconds)$", "")
                    .replace("cpu", "CPU").replace("gpu", "GPU").replace(" oom", " OOM");
        };
    }

    /// The unit of every stored value, empty where the series itself says it.
    public String unit() {
        return unit;
    }
}
