package io.plimsoll.analysis.anomaly.daily;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The median that follows a window is the one that is worked out anew.
class MovingMedianTest {
    private static final int DAYS = 400;

    @Test
    void saysWhatSortingAnewSays() {
        Random random = new Random(3);
        double[] costs = random.doubles(DAYS, 50, 100).toArray();
        Baseline baseline = new Baseline(LocalDate.of(2026, 1, 1), DAYS, CostScale.of(costs));
        MovingMedian[] windows = {new MovingMedian(baseline, 1), new MovingMedian(baseline, 7),
            new MovingMedian(baseline, 21)};
        int[] lengths = {1, 7, 21};
        for (int t = 0; t < DAYS; t++) {
            baseline.prepare(t);
            // Gaps, levels that are moved afterwards, and days on which nobody asks.
            for (int i = 0; i < windows.length && random.nextInt(20) > 0; i++) {
                double expected = baseline.medianOf(t - lengths[i], t);
                assertThat(Double.compare(windows[i].of(t - lengths[i], t), expected)).as("day %s", t).isZero();
                assertThat(Double.compare(windows[i].of(t - lengths[i], t), expected)).as("again").isZero();
            }
            if (random.nextInt(30) > 0) {
                baseline.remember(t, random.nextInt(3) == 0 ? random.nextInt(3) : random.nextGaussian());
            }
            if (random.nextInt(50) == 0) {
                baseline.shift(t - 15, t, random.nextGaussian());
            }
        }
    }
}
