package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;

import io.plimsoll.analysis.unit.Bytes;

/// What Spark takes beside a heap.
final class SparkMemory {
    private static final BigDecimal LEAST = BigDecimal.valueOf(384 * Bytes.MI);

    private SparkMemory() {
    }

    /// In bytes, where none is written: a tenth of the heap, at least 384 MiB (`spark.executor.memoryOverheadFactor`).
    static BigDecimal overhead(BigDecimal heap) {
        return heap.movePointLeft(1).max(LEAST);
    }
}
