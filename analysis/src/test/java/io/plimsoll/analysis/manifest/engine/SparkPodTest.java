package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

class SparkPodTest {
    private static SparkPod of(String spec) {
        byte[] content = ("kind: SparkApplication\nspec: {" + spec + "}").getBytes(StandardCharsets.UTF_8);
        return SparkPod.of("app.yaml", content, 0);
    }

    private static long mib(BigDecimal bytes) {
        return bytes.longValueExact() / Bytes.MI;
    }

    private static BigDecimal gib(long count) {
        return BigDecimal.valueOf(count * Bytes.GI);
    }

    /// The expected pods are Spark's own sums, worked out by hand.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            type: Scala|2|2432
                                            type: Scala|8|9011
                                            type: Java, memoryOverheadFactor: "0.25"|8|10240
                                            type: Python|8|11468
                                            type: R, memoryOverheadFactor: "0.2"|8|9830
                                            type: Python, sparkConf: {spark.executor.memoryOverheadFactor: "0.15"}|8|9420
                                            sparkConf: {spark.kubernetes.memoryOverheadFactor: "0.5"}|8|12288
                                            memoryOverheadFactor: "0.2", sparkConf: {spark.kubernetes.memoryOverheadFactor: "0.5"}|8|12288
                                            type: Python, sparkConf: {spark.executor.pyspark.memory: 2g}|8|13516
                                            sparkConf: {spark.memory.offHeap.enabled: "true", spark.memory.offHeap.size: 4g}|8|13107
                                            sparkConf: {spark.memory.offHeap.enabled: "true", spark.memory.offHeap.size: "1073741824"}|8|10035
                                            sparkConf: {spark.memory.offHeap.size: 4g}|8|9011
                                            sparkConf: {spark.executor.minMemoryOverhead: 1g}|2|3072""")
    void aPodIsHeapAndWhatSparkAddsToIt(String spec, long heap, long pod) {
        assertThat(mib(of(spec).pod(gib(heap), Optional.empty()))).isEqualTo(pod);
    }

    @Test
    void aWrittenOverheadStandsForTheRule() {
        assertThat(of("type: Python").pod(gib(8), Optional.of(gib(1)))).isEqualByComparingTo(gib(9));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.25", "0.4", "1.5", "0"})
    void theHeapOfAPodMakesThatPodAndNoneSmallerDoes(String factor) {
        SparkPod rule = of(
                "memoryOverheadFactor: \"" + factor + "\", sparkConf: {spark.executor.pyspark.memory: 300m}");
        for (long pod = 800; pod < 40_000; pod += 37) {
            long heap = rule.heap(pod * Bytes.MI);
            assertThat(mib(rule.pod(BigDecimal.valueOf(heap), Optional.empty()))).as("%d MiB", pod)
                    .isBetween(pod, pod + 2);
            assertThat(mib(rule.pod(BigDecimal.valueOf(heap - Bytes.MI), Optional.empty()))).isLessThan(pod);
        }
        assertThat(rule.heap(600 * Bytes.MI)).as("less than all that is added").isNotPositive();
    }

    @Test
    void aPatchOfAnOverlayWins() {
        byte[] patch = "kind: SparkApplication\nspec: {memoryOverheadFactor: '0.3'}".getBytes(StandardCharsets.UTF_8);
        byte[] base = "kind: SparkApplication\nspec: {type: Python, memoryOverheadFactor: '0.2', sparkConf: {spark.executor.pyspark.memory: 1g}}"
                .getBytes(StandardCharsets.UTF_8);
        SparkPod both = SparkPod.of(Stream.of(patch, base)
                .map(each -> Tree.of("a.yaml", each, 0).orElseThrow()).toList());
        assertThat(both.factor()).isEqualByComparingTo("0.3");
        assertThat(both.beside()).isEqualByComparingTo(gib(1));
    }
}
