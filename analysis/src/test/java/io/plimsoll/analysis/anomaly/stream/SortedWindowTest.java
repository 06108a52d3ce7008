package io.plimsoll.analysis.anomaly.stream;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.series.Robust;

import static org.assertj.core.api.Assertions.assertThat;

/// What the window says is what selecting from its numbers would say, to the last digit.
class SortedWindowTest {
    private final GrowingArray row = new GrowingArray();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 48, 168})
    void saysWhatSelectionSaysWhileItMovesOn(int length) {
        SortedWindow window = new SortedWindow(row, length);
        Random random = new Random(length);
        for (int i = 0; i < 1500; i++) {
            row.add(number(random));
            if (random.nextInt(4) > 0) {
                window.slide();
                assertIsSelection(window, row.last(length));
            }
        }
    }

    /// Ties, both zeros, gaps, and what is far off.
    private static double number(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> 0;
            case 3 -> random.nextInt(3);
            case 4 -> 1e300 * random.nextGaussian();
            default -> random.nextGaussian();
        };
    }

    private static void assertIsSelection(SortedWindow window, double[] last) {
        double centre = Robust.median(last);
        assertSame(window.median(), centre);
        assertThat(window.size()).isEqualTo((int) Arrays.stream(last).filter(each -> !Double.isNaN(each)).count());
        for (double around : new double[]{0, centre, 0.3}) {
            double[] far = Arrays.stream(last).map(each -> Math.abs(each - around)).toArray();
            for (double p : new double[]{0, 0.5, 0.75, 0.98, 1}) {
                assertSame(window.distance(around, p), Robust.quantile(far, p));
            }
        }
    }

    private static void assertSame(double one, double other) {
        assertThat(one == other || Double.isNaN(one) && Double.isNaN(other)).as("%s and %s", one, other).isTrue();
    }

    @Test
    void jumpsFartherThanItIsLong() {
        SortedWindow window = new SortedWindow(row, 3);
        assertThat(window.median()).isNaN();
        for (int i = 0; i < 20; i++) {
            row.add(i);
            if (i % 10 == 9) {
                window.slide();
            }
        }
        assertThat(window.median()).isEqualTo(18);
        assertThat(window.distance(0, 1)).isEqualTo(19);
    }
}
