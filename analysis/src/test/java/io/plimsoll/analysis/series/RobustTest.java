package io.plimsoll.analysis.series;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RobustTest {
    @Test
    void aQuantileIsThatOfTheSortedValuesWhateverTheirOrder() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            double[] values = values(random, 1 + random.nextInt(300), round % 5);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (double p : new double[]{0, 0.5, 0.66, 0.95, 0.995, 1, random.nextDouble()}) {
                assertThat(Robust.quantile(values, p)).isEqualTo(Robust.quantileOfSorted(sorted, p));
            }
        }
    }

    /// Random, few different ones, rising, falling, and up and down.
    private static double[] values(SplittableRandom random, int count, int kind) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (kind) {
                case 0 -> random.nextDouble();
                case 1 -> random.nextInt(3);
                case 2 -> i;
                case 3 -> count - i;
                default -> Math.min(i, count - i);
            };
        }
        return values;
    }

    @Test
    void whatIsNotANumberIsLeftOut() {
        assertThat(Robust.median(new double[]{Double.NaN, 3, 1, Double.NaN, 2})).isEqualTo(2);
        assertThat(Robust.median(new double[]{Double.NaN})).isNaN();
        assertThat(Robust.median(new double[0])).isNaN();
    }

    @Test
    void valuesThatAreAskedAboutStayAsTheyWere() {
        double[] values = {3, 1, 2};
        Robust.median(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void theUsualStepIsTheMiddleOne() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 500; round++) {
            long[] times = new long[2 + random.nextInt(40)];
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] + (random.nextInt(4) == 0 ? 600 : 300);
            }
            long[] steps = new long[times.length - 1];
            Arrays.setAll(steps, i -> times[i + 1] - times[i]);
            Arrays.sort(steps);
            assertThat(new TimeSeries(times, new double[times.length]).step()).isEqualTo(steps[steps.length / 2]);
        }
    }
}
