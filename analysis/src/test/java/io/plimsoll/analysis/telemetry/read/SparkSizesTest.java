package io.plimsoll.analysis.telemetry.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What an executor's container asks for, in MiB, by the configuration that a run tells.
class SparkSizesTest {
    private static final String OFF_HEAP = "\"spark.memory.offHeap.enabled\":\"true\",\"spark.memory.offHeap.size\":";

    private static SparkEvent event(String json) {
        try (JsonParser parser = JsonMapper.shared().createParser(json)) {
            parser.nextToken();
            return SparkEvent.read(parser);
        }
    }

    private static long mib(String master, String more, String profile) {
        SparkSizes sizes = new SparkSizes();
        sizes.properties(event("{\"Spark Properties\":{\"spark.executor.memory\":\"4g\",\"spark.master\":\"" + master
                + "\"" + (more.isEmpty() ? "" : "," + more) + "}}"));
        sizes.profile(event("{\"Resource Profile Id\":1,\"Executor Resource Requests\":{\"memory\":{\"Amount\":4096},"
                + "\"memoryOverhead\":{\"Amount\":500},\"offHeap\":{\"Amount\":100},\"pyspark.memory\":{\"Amount\":50}}}"));
        return sizes.memory("1", profile) >> 20;
    }

    @ParameterizedTest
    @CsvSource({"k8s://a,4505", "yarn,4505", "spark://a,4096"})
    void onlyAContainerHasOverhead(String master, long expected) {
        assertThat(mib(master, "", "0")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1g,5529", "1024m,5529", "1048576k,5529", "1073741824,5529", "1073741824b,5529", "0,4505"})
    void offHeapMemoryWithoutAUnitIsInBytes(String size, long expected) {
        assertThat(mib("k8s://a", OFF_HEAP + "\"" + size + "\"", "0")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"k8s://a,512m,5017", "k8s://a,512,5017", "yarn,1g,5529", "spark://a,512m,4096"})
    void pythonsOwnMemoryIsAskedForWithTheRest(String master, String size, long expected) {
        assertThat(mib(master, "\"spark.executor.pyspark.memory\":\"" + size + "\"", "0")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "512m"})
    void overheadWithoutAUnitIsInMebibytes(String overhead) {
        assertThat(mib("k8s://a", "\"spark.executor.memoryOverhead\":\"" + overhead + "\"", "0")).isEqualTo(4608);
    }

    @Test
    void aProfileOfItsOwnSaysAllInMebibytes() {
        assertThat(mib("k8s://a", "", "1")).isEqualTo(4096 + 500 + 100 + 50);
    }
}
