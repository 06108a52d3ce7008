package io.plimsoll.analysis.allocation.split;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

class MigSlicesTest {
    @ParameterizedTest
    @CsvSource({"nvidia.com/gpu, 1", "nvidia_com_gpu, 1", "amd_com_gpu, 1", "gpu.intel.com/i915, 1",
        "nvidia.com/mig-1g.5gb, 0.142857", "nvidia_com_mig_1g_5gb, 0.142857", "nvidia_com_mig_1g_5gb_me, 0.142857",
        "nvidia_com_mig_2g_10gb, 0.285714", "nvidia_com_mig_3g_20gb, 0.428571", "nvidia_com_mig_7g_80gb, 1",
        "nvidia_com_mig_1g_6gb, 0.25", "nvidia_com_mig_4g_24gb, 1", "nvidia_com_mig_4g_20gb, 0.571428",
        "cpu, 0", "nvidia_com_gpu_memory, 0", "ephemeral_storage, 0"})
    void aSliceWeighsItsComputeSlices(String resource, double weight) {
        assertThat(MigSlices.weight(resource)).isCloseTo(weight, offset(1e-6));
    }
}
