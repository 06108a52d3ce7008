package io.plimsoll.analysis.telemetry;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.telemetry.read.MetricCatalog;

import static org.assertj.core.api.Assertions.assertThat;

class JavaMetricsTest {
    /// Names as Micrometer 1.13, Prometheus' client_java 0.16 and 1.3, and OpenTelemetry's conventions 1.28 write them.
    @ParameterizedTest
    @CsvSource({
        "jvm_memory_used_bytes,area=heap;id=G1 Old Gen,HEAP_USED_BYTES",
        "jvm_memory_committed_bytes,area=heap;id=G1 Old Gen,HEAP_COMMITTED_BYTES",
        "jvm_memory_max_bytes,area=heap;id=G1 Old Gen,HEAP_MAX_BYTES",
        "jvm_memory_used_bytes,area=nonheap;id=Metaspace,NON_HEAP_BYTES",
        "jvm_buffer_memory_used_bytes,id=direct,NON_HEAP_BYTES",
        "jvm_buffer_memory_used_bytes,id=mapped,OTHER",
        "jvm_gc_live_data_size_bytes,,HEAP_AFTER_GC_BYTES",
        "jvm_memory_bytes_used,area=heap,HEAP_USED_BYTES",
        "jvm_memory_bytes_max,area=heap,HEAP_MAX_BYTES",
        "jvm_memory_bytes_committed,area=nonheap,OTHER",
        "jvm.memory.used,jvm.memory.type=heap;jvm.memory.pool.name=Eden,HEAP_USED_BYTES",
        "jvm.memory.limit,jvm.memory.type=heap;jvm.memory.pool.name=Eden,HEAP_MAX_BYTES",
        "jvm.memory.used_after_last_gc,jvm.memory.type=heap,HEAP_AFTER_GC_BYTES",
        "jvm.buffer.memory.used,jvm.buffer.pool.name=direct,NON_HEAP_BYTES"})
    void everyDialectMeansTheSame(String metric, String labels, Measure measure) {
        Map<String, String> all = new HashMap<>();
        for (String each : labels == null ? new String[0] : labels.split(";")) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        assertThat(MetricCatalog.rule(metric, all).measure()).isEqualTo(measure);
    }
}
