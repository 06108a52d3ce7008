package io.plimsoll.analysis.rightsizing.current;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.ManifestIndex;

import static org.assertj.core.api.Assertions.assertThat;

class DeclaredSizeTest {
    private static final String POD = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata: {name: web, namespace: shop}
                                      spec:
                                        replicas: 3
                                        template:
                                          spec:
                                            containers:
                                              - name: app
                                                resources: {requests: {cpu: "2", memory: 4Gi}, limits: {%s}}
                                      """;

    private static DeclaredSize declared(String text, String container) {
        ManifestIndex index = ManifestIndex.of(Map.of("web.yaml", text.getBytes(StandardCharsets.UTF_8)),
                Cancellation.never());
        return DeclaredSize.of(index.workloads().getFirst(), "", container);
    }

    @Test
    void theSizeOfAnotherContainerIsNotTakenForTheMeasuredOnes() {
        String text = POD.formatted("memory: 4Gi");
        Size measured = new Size(0.5, OptionalDouble.empty(), Bytes.GI, 0, 1);
        assertThat(declared(text, "app").size(measured).memoryRequest()).isEqualTo(4 * Bytes.GI);
        assertThat(declared(text, "sidecar").size(measured)).isEqualTo(measured.withReplicas(3));
    }

    @Test
    void aGpuIsHeardOfAlsoWhereItsContainerCantBeTold() {
        String text = POD.formatted("nvidia.com/gpu: 1");
        assertThat(declared(text, "app").hasGpu()).isTrue();
        assertThat(declared(text, "sidecar").hasGpu()).isTrue();
        assertThat(declared(POD.formatted("memory: 4Gi"), "app").hasGpu()).isFalse();
    }

    @Test
    void anAmountThatNoClusterTakesIsNotRead() {
        String text = POD.formatted("memory: 5Gi").replace("memory: 4Gi}", "memory: 99999999Ei}").replace("replicas: 3",
                "replicas: 4294967297");
        Size size = declared(text, "app").size(Size.unset(1));
        assertThat(size.memoryRequest()).as("the limit stands in").isEqualTo(5 * Bytes.GI);
        assertThat(size.cpuRequest()).isEqualTo(2);
        assertThat(size.replicas()).isEqualTo(Integer.MAX_VALUE);
    }
}
