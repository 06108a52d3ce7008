package io.plimsoll.analysis.change.propose;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.unit.Bytes;

/// How the memory of a Spark pod is divided, in bytes. Together never less than the pod's.
record SparkMemory(long heap, long overhead) {
    /// `spark.executor.memoryOverheadFactor` of a JVM job, and its least, from Spark's configuration reference.
    private static final double FACTOR = 0.1;
    private static final long LEAST = 384 * Bytes.MI;

    /// @param overheadKnob null if the manifest leaves it to Spark
    static SparkMemory of(long pod, Knob heapKnob, @Nullable Knob overheadKnob) {
        if (overheadKnob == null) {
            long heap = Size.roundMemory(pod / (1 + FACTOR));
            boolean small = heap * FACTOR < LEAST;
            return small ? new SparkMemory(pod - LEAST, LEAST) : new SparkMemory(heap, Math.round(heap * FACTOR));
        }
        BigDecimal heapNow = heapKnob.unit().amount(heapKnob.value());
        BigDecimal all = heapNow.add(overheadKnob.unit().amount(overheadKnob.value()));
        long heap = all.signum() == 0
                ? pod
                : Size.roundMemory(
                        BigDecimal.valueOf(pod).multiply(heapNow).divide(all, 0, RoundingMode.CEILING).doubleValue());
        return new SparkMemory(heap, Math.max(0, pod - heap));
    }
}
