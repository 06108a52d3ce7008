package io.plimsoll.analysis.rightsizing.node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedTest {
    @Test
    void eksKeepsByThePodsThatTheInterfacesTake() {
        NodeType node = Reserved.of(type("aws", "m6i.2xlarge", 8, 32));
        // 60 + 10 + 10 + 4 x 2.5; 255 + 11 x 58 + 100 MiB
        assertThat(node.cpuMillis()).isEqualTo(7910);
        assertThat(node.memory()).isEqualTo((32 * 1024 - 993) * Bytes.MI);
        assertThat(node.maxPods()).isEqualTo(58);
    }

    @Test
    void gkeKeepsAFallingShareOfMemory() {
        NodeType node = Reserved.of(type("gcp", "n2-standard-4", 4, 16));
        assertThat(node.cpuMillis()).isEqualTo(3920);
        // 1 + 0.8 + 0.8 GiB and 100 MiB
        assertThat(node.memory()).isEqualTo(16 * Bytes.GI - Math.round(2.6 * Bytes.GI) - 100 * Bytes.MI);
    }

    /// Microsoft's own table.
    @ParameterizedTest
    @CsvSource({"1, 60", "2, 100", "4, 140", "8, 180", "16, 260", "32, 420", "64, 740"})
    void aksKeepsTheCpuOfMicrosoftsTable(int cores, long millis) {
        assertThat(Reserved.of(type("azure", "Standard_D" + cores + "s_v5", cores, 4 * cores)).cpuMillis())
                .isEqualTo(1000L * cores - millis);
    }

    @Test
    void aksKeepsNoMoreThanAQuarterOfMemory() {
        NodeType small = Reserved.of(type("azure", "Standard_D2s_v5", 2, 4));
        assertThat(small.memory()).isEqualTo(3 * Bytes.GI - 100 * Bytes.MI);
        // 20 MB x 110 pods + 50 MB
        NodeType large = Reserved.of(type("azure", "Standard_D8s_v5", 8, 32));
        assertThat(large.memory()).isEqualTo(32 * Bytes.GI - 2_250_000_000L - 100 * Bytes.MI);
    }

    private static VmType type(String provider, String name, int vcpu, int gib) {
        return VmType.named(provider, name, vcpu, gib, Money.of("1", "USD"));
    }
}
