package io.plimsoll.analysis.rightsizing.replay;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PeakTailTest {
    private static final double SCALE = 10 / Math.log(3);

    @Test
    void theScaleIsTheMedianStepByLnThree() {
        // Steps 10, 20, 10: median 10.
        assertThat(new PeakTail(new double[]{100, 110, 90, 100}).scale()).isCloseTo(SCALE, within(1e-12));
        assertThat(new PeakTail(new double[]{100}).scale()).isZero();
    }

    @Test
    void oneBurstAndOneNewLevelLeaveTheScale() {
        assertThat(new PeakTail(new double[]{100, 100, 900, 100, 100, 100, 100}).scale()).isZero();
        assertThat(new PeakTail(new double[]{900, 910, 900, 910, 110, 100, 110}).scale()).isCloseTo(SCALE,
                within(1e-12));
    }

    @Test
    void aboveTheHighestTheChanceFallsByTheScale() {
        PeakTail tail = new PeakTail(new double[]{100, 110, 90, 100});

        assertThat(tail.chanceAbove(110)).isCloseTo(0.2, within(1e-12));
        assertThat(tail.chanceAbove(110 + SCALE)).isCloseTo(0.2 / Math.E, within(1e-12));
        assertThat(tail.chanceAbove(105)).isEqualTo(0.25);
        assertThat(tail.chanceAbove(80)).isEqualTo(1);
    }

    @Test
    void theValueAtAChanceHasThatChance() {
        PeakTail tail = new PeakTail(new double[]{100, 110, 90, 100, 105});

        for (double chance : new double[]{0.1, 0.01, 1e-4}) {
            assertThat(tail.chanceAbove(tail.valueAt(chance))).isCloseTo(chance, within(1e-12));
        }
        // One of five may exceed 105, two of five 100.
        assertThat(tail.valueAt(0.2)).isEqualTo(105);
        assertThat(tail.valueAt(0.45)).isEqualTo(100);
        assertThat(tail.valueAt(1)).isEqualTo(90);
    }

    @Test
    void whatNeverVariedHasNoTail() {
        PeakTail steady = new PeakTail(new double[]{7, 7, 7});

        assertThat(steady.valueAt(1e-9)).isEqualTo(7);
        assertThat(steady.chanceAbove(7)).isZero();
    }
}
