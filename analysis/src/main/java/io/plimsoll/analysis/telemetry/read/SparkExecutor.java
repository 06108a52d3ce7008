package io.plimsoll.analysis.telemetry.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The use of one executor, minute by minute, and what it was given.
final class SparkExecutor {
    private static final Map<String, String> PEAKS = Map.of("JVMHeapMemory", "spark_executor_jvm_heap_bytes",
            "JVMOffHeapMemory", "spark_executor_jvm_off_heap_bytes", "OnHeapExecutionMemory",
            "spark_executor_execution_bytes", "OnHeapStorageMemory", "spark_executor_storage_bytes");

    private final String file;
    private final MinuteBuckets cpuNanos;
    private final MinuteBuckets taskMillis;
    private final MinuteBuckets gcMillis;
    private final MinuteBuckets spilled;
    private final Map<String, MinuteBuckets> peaks = new LinkedHashMap<>();
    /// Alive from here on without a task is use of 0, and no gap.
    private long born;
    private long died;
    private long cores;
    private long memory;

    SparkExecutor(String file) {
        this.file = file;
        this.cpuNanos = new MinuteBuckets(file);
        this.taskMillis = new MinuteBuckets(file);
        this.gcMillis = new MinuteBuckets(file);
        this.spilled = new MinuteBuckets(file);
    }

    void lives(long at, long withCores, long withMemory) {
        born = at;
        cores = withCores;
        memory = withMemory;
    }

    void died(long at) {
        died = at;
    }

    /// A task that ran from `from` to `to`; where its processor time lies in between, the log does not say.
    void task(long from, long to, SparkEvent event) {
        cpuNanos.spread(from, to, nonNegative(event, "Executor CPU Time")
                + nonNegative(event, "Executor Deserialize CPU Time"));
        taskMillis.spread(from, to, to - from);
        gcMillis.spread(from, to, nonNegative(event, "JVM GC Time"));
        long bytes = nonNegative(event, "Memory Bytes Spilled");
        long within = Math.max(from, to - 1);
        if (bytes > 0) {
            spilled.add(within, bytes);
        }
        peak("spark_executor_task_memory_bytes", within, nonNegative(event, "Peak Execution Memory"));
        peaks(within, event, "Task Executor Metrics/");
    }

    private static long nonNegative(SparkEvent event, String name) {
        long value = event.number("Task Metrics/" + name);
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative");
        }
        return value;
    }

    /// Peaks that were measured up to a time; zeros mean that nothing was measured.
    void peaks(long at, SparkEvent event, String under) {
        PEAKS.forEach((name, metric) -> peak(metric, at, event.number(under + name)));
        peak("spark_executor_memory_bytes", at, event.number(under + "ProcessTreeJVMRSSMemory")
                + event.number(under + "ProcessTreePythonRSSMemory")
                + event.number(under + "ProcessTreeOtherRSSMemory"));
    }

    private void peak(String metric, long at, long value) {
        if (value > 0) {
            peaks.computeIfAbsent(metric, name -> new MinuteBuckets(file)).highest(at, value);
        }
    }

    /// @param end of the run, for an executor whose end was not logged
    void give(SparkSeries series, long end) {
        if (born > 0) {
            long until = Math.max(born, died == 0 ? end : died);
            for (MinuteBuckets use : List.of(cpuNanos, taskMillis)) {
                use.add(born, 0);
                use.add(Math.max(born, until - 1), 0);
            }
        }
        cpuNanos.every(
                (at, nanos) -> series.give("spark_executor_cpu_cores", at, nanos / (MinuteBuckets.MILLIS * 1e6)));
        taskMillis.every((at, millis) -> series.give("spark_executor_busy_slots", at, millis / MinuteBuckets.MILLIS));
        taskMillis.each((at, millis) -> {
            if (millis > 0) {
                series.give("spark_executor_gc_ratio", at, gcMillis.get(at) / millis);
            }
        });
        spilled.each((at, bytes) -> series.give("spark_executor_spilled_bytes", at, bytes));
        peaks.forEach((metric, buckets) -> buckets.each((at, bytes) -> series.give(metric, at, bytes)));
        if (born > 0) {
            given(series, "spark_executor_cores", cores, end);
            given(series, "spark_executor_memory_request_bytes", memory, end);
        }
    }

    private void given(SparkSeries series, String metric, long amount, long end) {
        if (amount > 0) {
            series.give(metric, born, amount);
            long until = died == 0 ? end : died;
            if (until / 1000 > born / 1000) {
                series.give(metric, until, amount);
            }
        }
    }
}
