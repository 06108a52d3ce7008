package io.plimsoll.analysis.anomaly;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The simulated lake: what is there is found, and the rest stays silent.
class SimulatedLakeTest {
    @Test
    void eventsAreFoundAndTheRestIsSilent() throws IOException {
        SimulatedLake lake = SimulatedLake.judge();
        assertThat(lake.found()).hasSize(9);
        assertThat(lake.alertedWrongly()).isLessThanOrEqualTo(2);
        assertThat(lake.found().get("A06").kind()).isEqualTo(AnomalyKind.PRICE_CHANGE);
        assertThat(lake.found().get("A07").kind()).isEqualTo(AnomalyKind.NEW_SERVICE);
        assertThat(lake.findings()).noneMatch(each -> each.key().isCommitment());
    }
}
