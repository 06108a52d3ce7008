package io.plimsoll.analysis.manifest.knob;

import java.util.Map;

import io.plimsoll.analysis.manifest.Field;

/// SparkApplication and ScheduledSparkApplication of the Spark operator (v1beta2), and Spark's own configuration keys,
/// which may overrule the fields.
final class SparkKnobs implements KnobFinder {
    private static final Map<String, String> ROLE = Map.of("cores", Field.CORES, "coreRequest", Field.CPU_REQUEST,
            "coreLimit", Field.CPU_LIMIT, "memory", Field.MEMORY, "memoryOverhead", Field.MEMORY_OVERHEAD,
            "memoryLimit", Field.MEMORY_LIMIT, "instances", Field.INSTANCES);
    private static final Map<String, String> DYNAMIC = Map.of("initialExecutors", Field.INITIAL_INSTANCES,
            "minExecutors", Field.MIN_INSTANCES, "maxExecutors", Field.MAX_INSTANCES);
    private static final Map<String, String> CONFIGURED = Map.ofEntries(Map.entry("cores", Field.CORES),
            Map.entry("memory", Field.MEMORY), Map.entry("memoryOverhead", Field.MEMORY_OVERHEAD),
            Map.entry("instances", Field.INSTANCES), Map.entry("request.cores", Field.CPU_REQUEST),
            Map.entry("limit.cores", Field.CPU_LIMIT), Map.entry("initialExecutors", Field.INITIAL_INSTANCES),
            Map.entry("minExecutors", Field.MIN_INSTANCES), Map.entry("maxExecutors", Field.MAX_INSTANCES),
            Map.entry("enabled", Field.DYNAMIC_ALLOCATION), Map.entry("executorIdleTimeout", Field.IDLE_TIMEOUT),
            Map.entry("memoryOverheadFactor", Field.MEMORY_FACTOR), Map.entry("resource.gpu.amount", Field.GPU));
    /// Of the whole application.
    private static final Map<String, String> OF_ALL = Map.of("spark.kubernetes.memoryOverheadFactor",
            Field.MEMORY_FACTOR, "spark.memory.offHeap.size", Field.MEMORY_PART, "spark.sql.shuffle.partitions",
            Field.SHUFFLE_PARTITIONS);

    @Override
    public void find(ManifestObject object, KnobSink sink) {
        switch (object.kind()) {
            case "SparkApplication" -> application(object.spec(), sink);
            case "ScheduledSparkApplication" -> {
                sink.add(object.spec().at("schedule"), "", Field.SCHEDULE);
                sink.add(object.spec().at("suspend"), "", Field.SUSPEND);
                application(object.spec().at("template"), sink);
            }
            default -> {
            }
        }
    }

    private static void application(Cursor spec, KnobSink sink) {
        for (String role : new String[]{"driver", "executor"}) {
            ROLE.forEach((key, field) -> sink.add(spec.at(role, key), role, field));
            sink.add(spec.at(role, "gpu", "quantity"), role, Field.GPU);
        }
        sink.add(spec.at("memoryOverheadFactor"), "", Field.MEMORY_FACTOR);
        sink.add(spec.at("timeToLiveSeconds"), "", Field.TIME_TO_LIVE);
        sink.add(spec.at("dynamicAllocation", "enabled"), "executor", Field.DYNAMIC_ALLOCATION);
        DYNAMIC.forEach((key, field) -> sink.add(spec.at("dynamicAllocation", key), "executor", field));
        spec.at("sparkConf").children().forEach(child -> configured(child.key(), child.value(), sink));
    }

    /// A key as `spark.executor.memory`, wherever it stands.
    static void configured(String key, Cursor value, KnobSink sink) {
        if (OF_ALL.containsKey(key)) {
            sink.add(value, "", OF_ALL.getOrDefault(key, ""));
            return;
        }
        String prefix = key.startsWith("spark.dynamicAllocation.") ? "spark.dynamicAllocation." : prefix(key);
        if (!prefix.isEmpty()) {
            String field = CONFIGURED.getOrDefault(key.substring(prefix.length()), "");
            if (!field.isEmpty()) {
                sink.add(value, prefix.contains("driver") ? "driver" : "executor", field);
            }
        }
    }

    private static String prefix(String key) {
        for (String role : new String[]{"driver", "executor"}) {
            for (String start : new String[]{"spark.kubernetes.", "spark."}) {
                if (key.startsWith(start + role + ".")) {
                    return start + role + ".";
                }
            }
        }
        return "";
    }
}
