package io.plimsoll.analysis.rightsizing.capacity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigProfileTest {
    @ParameterizedTest
    @CsvSource({
        // 8.9 GB / 0.9 fit 10 GB, 11 % / 0.8 one part of seven.
        "NVIDIA A100-SXM4-80GB,'',0.11,8.9e9,1g.10gb", "NVIDIA A100-SXM4-80GB,'',0.11,16e9,1g.20gb",
        "NVIDIA A100-SXM4-80GB,'',0.30,16e9,3g.40gb", "NVIDIA A100-SXM4-40GB,'',0.11,8e9,1g.10gb",
        "NVIDIA H100 80GB HBM3,'',0.40,30e9,4g.40gb", "NVIDIA A30,'',0.15,5e9,1g.6gb",
        "NVIDIA H200,'',0.2,60e9,3g.71gb",
        // Half of 3 parts of 7, so 0.27 of the whole with room.
        "NVIDIA A100-SXM4-80GB,3g.40gb,0.5,10e9,2g.20gb"})
    void theSmallestSliceThatHoldsPeakMemoryAndProcessors(String model, String profile, double share, double bytes,
            String expected) {
        assertThat(MigProfile.smallest(model, profile, share, (long) bytes).orElseThrow().name()).isEqualTo(expected);
    }

    @Test
    void noSliceWhereNoneIsSmallerOrNothingIsKnown() {
        assertThat(MigProfile.smallest("NVIDIA A100-SXM4-80GB", "", 0.9, (long) 70e9)).isEmpty();
        assertThat(MigProfile.smallest("NVIDIA A100-SXM4-80GB", "1g.10gb", 0.1, (long) 5e9)).isEmpty();
        assertThat(MigProfile.smallest("NVIDIA L4", "", 0.1, (long) 5e9)).isEmpty();
        assertThat(MigProfile.smallest("NVIDIA A30", "", 0.1, 0)).isEmpty();
    }
}
