package io.plimsoll.analysis.manifest.engine;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

class JavaOptionsTest {
    private static final BigDecimal LIMIT = BigDecimal.valueOf(8 * Bytes.GI);

    private static JavaOptions of(String container) {
        return JavaOptions.of(Tree.of("a.yaml", container.getBytes(StandardCharsets.UTF_8), 0).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            env: [{name: JAVA_TOOL_OPTIONS, value: -Xms1g -Xmx2g}]|2048|-Xmx2g
                                            env: [{name: JAVA_OPTS, value: -XX:MaxRAMPercentage=75.0}]|6144|-XX:MaxRAMPercentage=75.0
                                            env: [{name: JDK_JAVA_OPTIONS, value: '-XX:MaxRAMPercentage=75 -Xmx1536M'}]|1536|-Xmx1536M
                                            env: {JAVA_OPTS: -Xmx1g -Xmx3g}|3072|-Xmx3g
                                            command: [java, -Xmx4g, -jar, app.jar]|4096|-Xmx4g
                                            args: ['-XX:MaxHeapSize=1073741824']|1024|-XX:MaxHeapSize=1073741824
                                            heapOpts: -Xmx3g|3072|-Xmx3g
                                            'jvmOptions: {"-Xmx": 5g, "-Xms": 5g}'|5120|-Xmx5g
                                            'jvmOptions: {"-XX": {MaxRAMPercentage: "60"}}'|4916|-XX:MaxRAMPercentage=60
                                            env: [{name: A, value: -Xmx1g}, {name: B, value: -Xmx2g}]|2048|-Xmx2g""")
    void theLargestHeapIsFoundWhereverItStands(String container, long mib, String words) {
        JavaOptions.HeapSetting found = of(container).largest(LIMIT).orElseThrow();
        assertThat(Math.ceil(found.under(LIMIT).doubleValue() / Bytes.MI)).isEqualTo(mib);
        assertThat(found.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            command: [/usr/bin/java, -jar, app.jar]|true
                                            command: [sh, -c, exec java -jar app.jar]|true
                                            env: [{name: JAVA_TOOL_OPTIONS, value: -Dx=1}]|true
                                            env: [{name: JAVA_OPTS, valueFrom: {configMapKeyRef: {name: a, key: b}}}]|true
                                            command: [node, javascript.js]|false
                                            image: javanese/thing|false""")
    void javaIsToldByItsCommandAndItsVariables(String container, boolean java) {
        assertThat(of(container).java()).isEqualTo(java);
    }

    /// None of these starts a process, or says how large its heap is.
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx999999999999999t", "-Xmx9999999999999999999", "-Xmx1.5g", "-Xmx6gb", "-Xmx-6g",
        "-Xmx0", "-Xmx",
        "-Xmx{{ .Values.heap }}", "-Xmx${HEAP}", "-XX:MaxRAMPercentage=0", "-XX:MaxRAMPercentage=999",
        "-XX:MaxRAMPercentage=1e9", "-XX:MaxRAMPercentage=-5"})
    void whatNoProcessTakesForAHeapIsNone(String option) {
        assertThat(of("env: [{name: JAVA_OPTS, value: '" + option + "'}]").largest(LIMIT)).isEmpty();
        assertThat(of("env: [{name: JAVA_OPTS, value: '-Xmx2g " + option + "'}]").largest(LIMIT).orElseThrow().words())
                .isEqualTo("-Xmx2g");
    }

    @Test
    void theOtherPartsOfTheProcessAreReadToo() {
        JavaOptions found = of("env: [{name: JAVA_OPTS, value: -Xms512m -Xss512k -XX:MaxMetaspaceSize=256m "
                + "-XX:MaxDirectMemorySize=1g -XX:ReservedCodeCacheSize=128m}]");
        assertThat(found.initial()).isEqualTo(OptionalLong.of(512 * Bytes.MI));
        assertThat(found.stack()).isEqualTo(OptionalLong.of(512 << 10));
        assertThat(found.metaspace()).isEqualTo(OptionalLong.of(256 * Bytes.MI));
        assertThat(found.direct()).isEqualTo(OptionalLong.of(Bytes.GI));
        assertThat(found.codeCache()).isEqualTo(OptionalLong.of(128 * Bytes.MI));
        assertThat(of("env: [{name: JAVA_OPTS, value: -Xms999999999999999t}]").initial()).isEmpty();
    }
}
