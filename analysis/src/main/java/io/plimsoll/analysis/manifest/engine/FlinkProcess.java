package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.unit.Bytes;

/// How a Flink task manager divides the memory of its process, which is that of its container. Amounts are in bytes.
///
/// From Flink 1.20's `TaskManagerOptions` and "Set up TaskManager Memory": metaspace of 256 MiB; JVM overhead of a tenth of the process
/// between 192 MiB and 1 GiB; of the rest, the Flink memory, a tenth at least 64 MiB is network memory, 40 % managed memory, which RocksDB's
/// caches fill, 128 MiB the framework's own off heap; what is left is the heap, of which 128 MiB are the framework's.
///
/// @param process   all of it
/// @param metaspace of the JVM
/// @param overhead  threads, compiled code and other memory of the JVM
/// @param network   buffers
/// @param managed   by Flink, outside the heap
/// @param offHeap   other direct and native memory
/// @param heap      `-Xmx` and `-Xms`; 0 or less if the rest leaves none: Flink refuses to start then
public record FlinkProcess(BigDecimal process, BigDecimal metaspace, BigDecimal overhead, BigDecimal network,
        BigDecimal managed, BigDecimal offHeap, BigDecimal heap) {
    private static final String KEY = "taskmanager.memory.";
    private static final BigDecimal MIB = BigDecimal.valueOf(Bytes.MI);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /// @param conf `flinkConfiguration`
    public static FlinkProcess of(BigDecimal process, Map<String, String> conf) {
        BigDecimal metaspace = size(conf, "jvm-metaspace.size").orElse(mib(256));
        BigDecimal overhead = share(process, conf, "jvm-overhead", "0.1", mib(192), mib(1024));
        BigDecimal flink = process.subtract(metaspace).subtract(overhead);
        BigDecimal network = share(flink, conf, "network", "0.1", mib(64), MOST);
        BigDecimal managed = size(conf, "managed.size")
                .orElseGet(() -> part(flink, number(conf, "managed.fraction", "0.4")));
        BigDecimal offHeap = size(conf, "framework.off-heap.size").orElse(mib(128))
                .add(size(conf, "task.off-heap.size").orElse(BigDecimal.ZERO));
        BigDecimal heap = flink.subtract(network).subtract(managed).subtract(offHeap);
        return new FlinkProcess(process, metaspace, overhead, network, managed, offHeap, heap);
    }

    /// The smallest process in whole steps of 64 MiB whose heap holds this much.
    ///
    /// @param most where to stop: a process that is known to be large enough
    public static BigDecimal holding(BigDecimal heap, BigDecimal most, Map<String, String> conf) {
        long low = 1;
        long high = most.divide(mib(64), 0, RoundingMode.CEILING).longValue();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (of(mib(64 * middle), conf).heap().compareTo(heap) >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return mib(64 * high).min(most);
    }

    private static BigDecimal share(BigDecimal whole, Map<String, String> conf, String name, String preset,
            BigDecimal least, BigDecimal most) {
        BigDecimal wanted = part(whole, number(conf, name + ".fraction", preset));
        return wanted.max(size(conf, name + ".min").orElse(least)).min(size(conf, name + ".max").orElse(most));
    }

    private static BigDecimal part(BigDecimal whole, BigDecimal fraction) {
        return whole.multiply(fraction).setScale(0, RoundingMode.FLOOR);
    }

    private static BigDecimal number(Map<String, String> conf, String name, String preset) {
        return UnitGrammar.DECIMAL.read(conf.getOrDefault(KEY + name, "")).orElse(new BigDecimal(preset));
    }

    private static Optional<BigDecimal> size(Map<String, String> conf, String name) {
        return UnitGrammar.FLINK.read(conf.getOrDefault(KEY + name, ""));
    }

    private static BigDecimal mib(long count) {
        return MIB.multiply(BigDecimal.valueOf(count));
    }
}
