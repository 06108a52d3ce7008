package io.plimsoll.analysis.manifest;

/// The words for what a knob turns.
public final class Field {
    public static final String CPU_REQUEST = "cpu-request";
    public static final String CPU_LIMIT = "cpu-limit";
    public static final String MEMORY_REQUEST = "memory-request";
    public static final String MEMORY_LIMIT = "memory-limit";
    public static final String EPHEMERAL_REQUEST = "ephemeral-storage-request";
    public static final String EPHEMERAL_LIMIT = "ephemeral-storage-limit";
    public static final String GPU_REQUEST = "gpu-request";
    public static final String GPU_LIMIT = "gpu-limit";
    public static final String CPU = "cpu";
    public static final String MEMORY = "memory";
    public static final String MEMORY_OVERHEAD = "memory-overhead";
    public static final String GPU = "gpu";
    public static final String HEAP_MIN = "heap-min";
    public static final String HEAP_MAX = "heap-max";
    public static final String REPLICAS = "replicas";
    public static final String MIN_REPLICAS = "min-replicas";
    public static final String MAX_REPLICAS = "max-replicas";
    public static final String TARGET_CPU = "target-cpu-utilization";
    public static final String TARGET_MEMORY = "target-memory-utilization";
    public static final String STORAGE = "storage";
    public static final String STORAGE_CLASS = "storage-class";
    public static final String PARALLELISM = "parallelism";
    public static final String COMPLETIONS = "completions";
    public static final String CORES = "cores";
    public static final String INSTANCES = "instances";
    public static final String MIN_INSTANCES = "min-instances";
    public static final String MAX_INSTANCES = "max-instances";
    public static final String INITIAL_INSTANCES = "initial-instances";
    public static final String TASK_SLOTS = "task-slots";
    public static final String SCHEDULE = "schedule";
    public static final String SUSPEND = "suspend";
    public static final String PARTITIONS = "partitions";
    public static final String TASKS_MAX = "tasks-max";
    public static final String INSTANCE_TYPE = "instance-type";
    public static final String CPU_CAP = "cpu-cap";
    public static final String MEMORY_CAP = "memory-cap";

    private Field() {
    }
}
