package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

class FlinkProcessTest {
    private static BigDecimal mib(long count) {
        return BigDecimal.valueOf(count * Bytes.MI);
    }

    private static long mib(BigDecimal bytes) {
        return Math.round(bytes.doubleValue() / Bytes.MI);
    }

    /// The example of Flink's documentation: 1728 MiB are 512 MiB of heap, 512 of managed and 128 of network memory.
    @Test
    void theDefaultProcessIsDividedAsFlinkDoes() {
        FlinkProcess found = FlinkProcess.of(mib(1728), Map.of());
        assertThat(mib(found.overhead())).isEqualTo(192);
        assertThat(mib(found.metaspace())).isEqualTo(256);
        assertThat(mib(found.network())).isEqualTo(128);
        assertThat(mib(found.managed())).isEqualTo(512);
        assertThat(mib(found.heap())).isEqualTo(512);
    }

    @Test
    void aLargeProcessPaysAGibibyteOfOverheadAtTheMost() {
        FlinkProcess found = FlinkProcess.of(mib(16_384), Map.of());
        assertThat(mib(found.overhead())).isEqualTo(1024);
        assertThat(mib(found.managed())).isEqualTo(6042);
        assertThat(mib(found.heap())).isEqualTo(7424);
    }

    @Test
    void whatIsConfiguredCounts() {
        FlinkProcess found = FlinkProcess.of(mib(4096), Map.of("taskmanager.memory.managed.size", "0",
                "taskmanager.memory.network.max", "64m", "taskmanager.memory.jvm-metaspace.size", "512m",
                "taskmanager.memory.jvm-overhead.fraction", "0.2", "taskmanager.memory.task.off-heap.size", "1gb"));
        assertThat(mib(found.overhead())).isEqualTo(819);
        assertThat(mib(found.heap())).isEqualTo(4096 - 512 - 819 - 64 - 128 - 1024);
    }

    @Test
    void theProcessOfAHeapHoldsItAndASmallerOneDoesNot() {
        BigDecimal heap = mib(3000);
        BigDecimal process = FlinkProcess.holding(heap, mib(16_384), Map.of());
        assertThat(FlinkProcess.of(process, Map.of()).heap()).isGreaterThanOrEqualTo(heap);
        assertThat(FlinkProcess.of(process.subtract(mib(64)), Map.of()).heap()).isLessThan(heap);
        assertThat(FlinkProcess.holding(mib(9000), mib(16_384), Map.of())).as("never above what is known")
                .isEqualByComparingTo(mib(16_384));
    }

    @Test
    void aTinyProcessLeavesNoHeap() {
        assertThat(FlinkProcess.of(mib(512), Map.of()).heap()).isNegative();
    }
}
