package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.unit.Bytes;

/// How Spark adds up the memory of an executor's pod: heap, overhead, off-heap memory and Python's own.
///
/// From Spark 3.5's `running-on-kubernetes.md`, `configuration.md` and `ResourceProfile.calculateOverHeadMemory`: an overhead that is not
/// written is a share of the heap, cut to whole MiB, and at least 384 MiB (`spark.executor.minMemoryOverhead` since 4.0). The share is
/// `spark.executor.memoryOverheadFactor`, else `spark.kubernetes.memoryOverheadFactor`, which the operator's `memoryOverheadFactor` sets
/// unless `sparkConf` does (operator 2.x passes that later), else a tenth, and 0.4 for Python and R. Amounts are in bytes.
///
/// @param factor share of the heap
/// @param least  of an overhead that is not written
/// @param beside off-heap memory, if it is enabled, and `spark.executor.pyspark.memory`
public record SparkPod(BigDecimal factor, BigDecimal least, BigDecimal beside) {
    private static final BigDecimal MIB = BigDecimal.valueOf(Bytes.MI);
    private static final BigDecimal LEAST = BigDecimal.valueOf(384 * Bytes.MI);
    private static final BigDecimal OF_JVM = new BigDecimal("0.1");
    private static final BigDecimal OF_OTHERS = new BigDecimal("0.4");
    /// A job for the JVM that sets nothing.
    public static final SparkPod USUAL = new SparkPod(OF_JVM, LEAST, BigDecimal.ZERO);
    /// Spark does not start with a smaller heap (`UnifiedMemoryManager`: one and a half times its reserve of 300 MiB).
    public static final long LEAST_HEAP = 450 * Bytes.MI;

    /// @param roots of a SparkApplication or ScheduledSparkApplication of the Spark operator (v1beta2): the object and its patches, the
    ///              strongest first
    public static SparkPod of(List<Tree> roots) {
        Map<String, String> conf = new HashMap<>();
        String type = "";
        Optional<BigDecimal> own = Optional.empty();
        for (Tree root : roots) {
            Tree spec = root.at("kind").text().startsWith("Scheduled") ? root.at("spec", "template") : root.at("spec");
            spec.at("sparkConf").texts().forEach(conf::putIfAbsent);
            type = type.isEmpty() ? spec.at("type").text() : type;
            own = own.or(() -> UnitGrammar.DECIMAL.read(spec.at("memoryOverheadFactor").text()));
        }
        Optional<BigDecimal> written = own;
        BigDecimal factor = number(conf, "spark.executor.memoryOverheadFactor")
                .or(() -> number(conf, "spark.kubernetes.memoryOverheadFactor")).or(() -> written)
                .orElse(type.equals("Python") || type.equals("R") ? OF_OTHERS : OF_JVM);
        BigDecimal least = size(conf, "spark.executor.minMemoryOverhead", UnitGrammar.JVM).orElse(LEAST);
        BigDecimal offHeap = conf.getOrDefault("spark.memory.offHeap.enabled", "").equals("true")
                ? size(conf, "spark.memory.offHeap.size", UnitGrammar.FLINK).orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
        BigDecimal python = size(conf, "spark.executor.pyspark.memory", UnitGrammar.JVM).orElse(BigDecimal.ZERO);
        return new SparkPod(factor.signum() < 0 ? OF_JVM : factor, least, offHeap.add(python));
    }

    /// Of one document of a file; `USUAL` for one that can't be read or is of another kind.
    public static SparkPod of(String file, byte[] content, int document) {
        return Tree.of(file, content, document).filter(root -> root.at("kind").text().endsWith("SparkApplication"))
                .map(root -> of(List.of(root))).orElse(USUAL);
    }

    private static Optional<BigDecimal> number(Map<String, String> conf, String key) {
        return UnitGrammar.DECIMAL.read(conf.getOrDefault(key, ""));
    }

    /// @param grammar a number alone is MiB to most keys, bytes to that of off-heap memory
    private static Optional<BigDecimal> size(Map<String, String> conf, String key, UnitGrammar grammar) {
        return grammar.read(conf.getOrDefault(key, "")).filter(each -> each.signum() >= 0);
    }

    /// Where none is written.
    public BigDecimal overhead(BigDecimal heap) {
        return heap.multiply(factor).divide(MIB, 0, RoundingMode.FLOOR).multiply(MIB).max(least);
    }

    /// @param overhead as it is written; empty if it is not
    public BigDecimal pod(BigDecimal heap, Optional<BigDecimal> overhead) {
        return heap.add(overhead.orElseGet(() -> overhead(heap))).add(beside);
    }

    /// The smallest heap in whole MiB that makes a pod at least this large; 0 or less if the rest alone is larger.
    public long heap(long pod) {
        BigDecimal left = BigDecimal.valueOf(pod).subtract(beside).divide(MIB, 0, RoundingMode.CEILING);
        BigDecimal byLeast = left.subtract(least.divide(MIB, 0, RoundingMode.FLOOR));
        BigDecimal byFactor = left.divide(factor.add(BigDecimal.ONE), 0, RoundingMode.CEILING);
        BigDecimal heap = byLeast.min(byFactor).multiply(MIB);
        while (heap.signum() > 0 && pod(heap, Optional.empty()).compareTo(BigDecimal.valueOf(pod)) < 0) {
            heap = heap.add(MIB);
        }
        return heap.longValueExact();
    }
}
