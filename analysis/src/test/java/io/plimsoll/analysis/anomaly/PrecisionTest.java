package io.plimsoll.analysis.anomaly;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

class PrecisionTest {
    @Test
    void theIntervalIsWilsons() {
        // Newcombe 1998, table I: 81 of 263 gives .2553 to .3662, 15 of 148 gives .0624 to .1605, 0 of 20 gives 0 to .1611.
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0, 0.1611);
        assertInterval(29, 29, 0.8830, 1);
    }

    private static void assertInterval(int real, int judged, double low, double high) {
        Precision precision = new Precision("all", judged, real, judged - real, 0, 0);
        assertThat(precision.low()).isCloseTo(low, offset(0.00006));
        assertThat(precision.high()).isCloseTo(high, offset(0.00006));
    }

    @Test
    void belowTenJudgedAlertsThereAreTooFewAndExpectedOnesDoNotCount() {
        assertThat(new Precision("all", 41, 2, 7, 30, 2).enough()).isFalse();
        assertThat(new Precision("all", 41, 2, 8, 0, 31).enough()).isTrue();
        assertThat(new Precision("all", 41, 2, 8, 29, 2).share()).isEqualTo(0.2);
        assertThat(new Precision("all", 41, 0, 0, 0, 41).high()).isEqualTo(1);
    }
}
