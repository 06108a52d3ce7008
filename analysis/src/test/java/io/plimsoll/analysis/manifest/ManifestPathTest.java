package io.plimsoll.analysis.manifest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManifestPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"spec.replicas", "spec.template.spec.containers[name=app].resources.requests.cpu",
        "spec.containers[0].resources", "spec.sparkConf[\"spark.executor.memory\"]",
        "spec.source.helm.values>sparkJob.replicas", "patches[1].patch>[0].value",
        "a>b>c[key=node.kubernetes.io/instance-type].values[2]", "[\"a\\\"b\\\\c\"].d", "x[name=\"a]b\"].y",
        "resources.limits.nvidia[\"x y\"]", "jvmOptions.-Xmx", "[3].a"})
    void aPathPrintsAsItWasWritten(String text) {
        assertThat(ManifestPath.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", "a..b", "a[", "a[b", "a[b]", "a[\"b", "a]b", "a>", ">a", "a[0]b", "a[name="})
    void aBrokenPathIsWrongUsage(String text) {
        assertThatThrownBy(() -> ManifestPath.parse(text)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("PATH"));
    }

    @org.junit.jupiter.api.Test
    void anEscapedDotIsPartOfTheKeyAsInJsonPath() {
        assertThat(ManifestPath.parse("limits.nvidia\\.com/gpu")).hasToString("limits[\"nvidia.com/gpu\"]");
    }
}
