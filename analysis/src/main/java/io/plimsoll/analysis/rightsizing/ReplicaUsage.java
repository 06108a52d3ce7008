package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.series.TimeSeries;

/// What one replica (pod, executor, VM) used while it lived. Either series may be empty.
///
/// @param name   tells replicas of one workload apart
/// @param cpu    cores, mean over the step before each time
/// @param memory bytes (working set)
public record ReplicaUsage(String name, TimeSeries cpu, TimeSeries memory) {
    private static final TimeSeries NOTHING = new TimeSeries(new long[0], new double[0]);

    public static ReplicaUsage ofCpu(String name, TimeSeries cpu) {
        return new ReplicaUsage(name, cpu, NOTHING);
    }

    public static ReplicaUsage ofMemory(String name, TimeSeries memory) {
        return new ReplicaUsage(name, NOTHING, memory);
    }

    public boolean isEmpty() {
        return cpu.length() == 0 && memory.length() == 0;
    }

    /// CPU samples with `from` <= time < `to`, epoch seconds.
    public TimeSeries cpuBetween(long from, long to) {
        return between(cpu, from, to);
    }

    /// Samples with `from` <= time < `to`.
    public ReplicaUsage between(long from, long to) {
        return new ReplicaUsage(name, between(cpu, from, to), between(memory, from, to));
    }

    public long first() {
        return Math.min(cpu.length() == 0 ? Long.MAX_VALUE : cpu.times()[0],
                memory.length() == 0 ? Long.MAX_VALUE : memory.times()[0]);
    }

    public long last() {
        return Math.max(cpu.length() == 0 ? Long.MIN_VALUE : cpu.times()[cpu.length() - 1],
                memory.length() == 0 ? Long.MIN_VALUE : memory.times()[memory.length() - 1]);
    }

    private static TimeSeries between(TimeSeries series, long from, long to) {
        int first = firstAt(series.times(), from);
        int end = firstAt(series.times(), to);
        return first == 0 && end == series.length() ? series : series.slice(first, end);
    }

    private static int firstAt(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
