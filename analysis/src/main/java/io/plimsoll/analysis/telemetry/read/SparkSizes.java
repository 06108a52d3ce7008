package io.plimsoll.analysis.telemetry.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a run's configuration says about the memory of an executor: heap, off-heap, overhead and Python's own together are
/// what its container asks for. Source: Spark's configuration reference (overhead: a factor, 0.10 unless set, of the heap, at least
/// 384 MiB; a number alone is MiB, but bytes for `spark.memory.offHeap.size`).
final class SparkSizes {
    private static final Pattern SIZE = Pattern.compile("(?i)(\\d+)([kmgt]?)b?");
    private static final long MIB = 1L << 20;
    private static final long LEAST_OVERHEAD = 384 * MIB;

    private final Map<String, Long> profiles = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private String namespace = "";
    private String applicationName = "";
    private String operatorName = "";
    private String master = "";
    private String driverMemory = "";
    private String executorMemory = "";
    private String overhead = "";
    private String factor = "";
    private String offHeap = "";
    private String python = "";

    void properties(SparkEvent event) {
        String in = "Spark Properties/";
        namespace = event.text(in + "spark.kubernetes.namespace");
        applicationName = event.text(in + "spark.app.name");
        operatorName = event.text(in + "spark.kubernetes.driver.label.sparkoperator.k8s.io/app-name");
        master = event.text(in + "spark.master");
        driverMemory = event.text(in + "spark.driver.memory");
        executorMemory = event.text(in + "spark.executor.memory");
        overhead = event.text(in + "spark.executor.memoryOverhead");
        factor = event.text(in + "spark.executor.memoryOverheadFactor");
        if (factor.isEmpty()) {
            factor = event.text(in + "spark.kubernetes.memoryOverheadFactor");
        }
        if (event.text(in + "spark.memory.offHeap.enabled").equals("true")) {
            offHeap = event.text(in + "spark.memory.offHeap.size");
        }
        python = event.text(in + "spark.executor.pyspark.memory");
    }

    /// Amounts of a resource profile are in MiB.
    void profile(SparkEvent event) {
        String in = "Executor Resource Requests/";
        long heap = event.number(in + "memory") * MIB;
        long over = event.number(in + "memoryOverhead") * MIB;
        if (heap > 0) {
            profiles.put(event.text("Resource Profile Id"),
                    heap + (event.number(in + "offHeap") + event.number(in + "pyspark.memory")) * MIB
                            + (over > 0 ? over : overhead(heap)));
        }
    }

    /// Only YARN and Kubernetes give a container more than what the JVM was told.
    private boolean hasContainers() {
        return master.startsWith("yarn") || master.startsWith("k8s");
    }

    private long overhead(long heap) {
        if (!hasContainers()) {
            return 0;
        }
        long set = bytes(overhead);
        if (set > 0) {
            return set;
        }
        double of = 0.10;
        try {
            of = factor.isEmpty() ? of : Double.parseDouble(factor);
        } catch (NumberFormatException e) {
            notes.add("spark.executor.memoryOverheadFactor is no number and was left out: " + factor);
        }
        return Math.max(LEAST_OVERHEAD, (long) (heap * of));
    }

    /// What an executor's container asks for, in bytes; 0 if the log does not say.
    ///
    /// @param executor its id; `driver` runs the tasks where there is no cluster
    /// @param profile  the id of its resource profile, or empty
    long memory(String executor, String profile) {
        if (executor.equals("driver")) {
            return bytes(driverMemory);
        }
        Long of = profiles.get(profile.isEmpty() ? "0" : profile);
        long heap = bytes(executorMemory);
        if (heap > 0 && (of == null || profile.isEmpty() || profile.equals("0"))) {
            return heap + bytes(offHeap, 1) + (hasContainers() ? bytes(python) : 0) + overhead(heap);
        }
        return of == null ? 0 : of;
    }

    /// A size without a unit is in MiB.
    private static long bytes(String text) {
        return bytes(text, MIB);
    }

    /// @param alone what a number without a unit counts
    private static long bytes(String text, long alone) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches() || matcher.group(1).length() > 12) {
            return 0;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "m" -> number * MIB;
            case "k" -> number << 10;
            case "g" -> number << 30;
            case "t" -> number << 40;
            default -> number * alone;
        };
    }

    String namespace() {
        return namespace;
    }

    /// What the configuration calls the application; empty if it is silent.
    String applicationName() {
        return applicationName;
    }

    /// What the Spark operator calls the application, its manifest's name; empty without the operator.
    String operatorName() {
        return operatorName;
    }

    Set<String> notes() {
        return notes;
    }
}
