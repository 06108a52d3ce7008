package io.plimsoll.analysis.change.drift;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.manifest.ManifestPath;

import static org.assertj.core.api.Assertions.assertThat;

class ManagedFieldsTest {
    private static final String CPU = "spec.template.spec.containers[name=app].resources.requests.cpu";
    private static final List<String> CPU_AT = List.of("spec", "template", "spec", "containers", "1", "resources",
            "requests", "cpu");

    @Test
    void anItemIsFoundByItsName() {
        assertThat(owner(CPU, CPU_AT, entry("one", "k:{\\\"name\\\":\\\"app\\\"}", "1"))).isEqualTo("one");
        assertThat(owner(CPU, CPU_AT, entry("one", "k:{\\\"name\\\":\\\"other\\\"}", "1"))).isNull();
    }

    @Test
    void anItemIsFoundByItsPosition() {
        assertThat(owner(CPU, CPU_AT, entry("one", "i:1", "1"))).isEqualTo("one");
        assertThat(owner(CPU, CPU_AT, entry("one", "i:0", "1"))).isNull();
    }

    @Test
    void theLastOneCounts() {
        assertThat(owner(CPU, CPU_AT, entry("first", "i:1", "1") + "," + entry("last", "i:1", "2"))).isEqualTo("last");
        assertThat(owner(CPU, CPU_AT, entry("last", "i:1", "2") + "," + entry("first", "i:1", "1"))).isEqualTo("last");
    }

    @Test
    void aLeafStandsForAllBelowIt() {
        assertThat(owner("spec.metrics[0].resource.target.averageUtilization",
                List.of("spec", "metrics", "0", "resource", "target", "averageUtilization"),
                "{\"manager\":\"one\",\"fieldsV1\":{\"f:spec\":{\"f:metrics\":{}}}}")).isEqualTo("one");
    }

    @Test
    void namesWithDotsAreOneField() {
        assertThat(owner("spec.flinkConfiguration[\"parallelism.default\"]",
                List.of("spec", "flinkConfiguration", "parallelism.default"),
                "{\"manager\":\"one\",\"fieldsV1\":{\"f:spec\":{\"f:flinkConfiguration\":"
                        + "{\"f:parallelism.default\":{}}}}}"))
                .isEqualTo("one");
    }

    @Test
    void whatNobodyOwnsHasNoOwner() {
        assertThat(owner("spec.replicas", List.of("spec", "replicas"), entry("one", "i:1", "1"))).isNull();
        assertThat(owner("spec.replicas", List.of("spec", "replicas"), "{\"manager\":\"one\"}")).isNull();
        assertThat(owner("spec.replicas", List.of("spec", "replicas"), "7")).isNull();
    }

    private static String entry(String manager, String item, String second) {
        return "{\"manager\":\"" + manager + "\",\"time\":\"2026-10-01T00:00:0" + second
                + "Z\",\"fieldsV1\":{\"f:spec\":{\"f:template\":{\"f:spec\":{\"f:containers\":{\"" + item
                + "\":{\"f:resources\":{\"f:requests\":{\"f:cpu\":{}}}}}}}}}}";
    }

    private static @Nullable String owner(String path, List<String> pointer, String entries) {
        DriftOwner owner = new ManagedFields(JsonMapper.shared().readTree("[" + entries + "]"))
                .owner(ManifestPath.parse(path), pointer);
        return owner == null ? null : owner.manager();
    }
}
