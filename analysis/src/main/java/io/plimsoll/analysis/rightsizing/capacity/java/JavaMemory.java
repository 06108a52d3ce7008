package io.plimsoll.analysis.rightsizing.capacity.java;

import java.util.Map;

import io.plimsoll.analysis.rightsizing.current.WorkloadSeries;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;

/// What was measured of a workload's Java processes, of the replica with most of it; bytes, 0 for what was not measured.
///
/// @param largest   the heap's bound
/// @param committed the highest memory that the heap had taken from the system
/// @param used      the highest use of the heap, garbage included
/// @param live      95th percentile of what collections left of the heap
/// @param nonHeap   99th percentile of classes, compiled code and their like
public record JavaMemory(double largest, double committed, double used, double live, double nonHeap) {
    private static final double USUALLY = 0.95;
    private static final double NEARLY_ALWAYS = 0.99;
    /// Nothing was measured.
    public static final JavaMemory UNKNOWN = new JavaMemory(0, 0, 0, 0, 0);

    public static JavaMemory of(WorkloadSeries series, Cancellation cancellation) {
        return new JavaMemory(quantile(series, Measure.HEAP_MAX_BYTES, 1, cancellation),
                quantile(series, Measure.HEAP_COMMITTED_BYTES, 1, cancellation),
                quantile(series, Measure.HEAP_USED_BYTES, 1, cancellation),
                quantile(series, Measure.HEAP_AFTER_GC_BYTES, USUALLY, cancellation),
                quantile(series, Measure.NON_HEAP_BYTES, NEARLY_ALWAYS, cancellation));
    }

    /// An exporter may name no container.
    private static double quantile(WorkloadSeries series, Measure measure, double p, Cancellation cancellation) {
        Map<String, TimeSeries> named = series.of(measure, cancellation);
        return WorkloadSeries.highest(named.isEmpty() ? series.of("", measure, cancellation) : named, p);
    }
}
