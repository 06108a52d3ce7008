package io.plimsoll.analysis.forecast.method;

import java.util.Random;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.forecast.method.ExponentialSmoothing.Smoothed;
import io.plimsoll.analysis.forecast.method.ExponentialSmoothing.Weights;

import static org.assertj.core.api.Assertions.assertThat;

class EtsTest {
    /// By hand, from a level of 2 with weight .5: errors 0, 2, -1; levels 2, 3, 2.5.
    @Test
    void simpleSmoothingFollowsItsRecursion() {
        ExponentialSmoothing model = new ExponentialSmoothing(1, false);
        Smoothed fixed = new Smoothed(new Weights(0.5, 0, 0, 1), new double[]{2}, new double[3]);
        assertThat(model.ahead(new double[]{2, 4, 2}, fixed, 2)).containsExactly(2.5, 2.5);
    }

    /// Errors are 2 - l, 4 - (l/2 + 1), 2 - (l/4 + 2.5): least squares at l = (2·1 + 3·.5 - .5·.25) / (1 + .25 + .0625).
    @Test
    void theStartIsThatOfLeastSquares() {
        Smoothed fitted = new ExponentialSmoothing(1, false).fit(new double[]{2, 4, 2}, new Weights(0.5, 0, 0, 1));
        assertThat(fitted.start()[0]).isCloseTo((2 + 1.5 - 0.125) / 1.3125, Offset.offset(1e-6));
    }

    @Test
    void aLineIsFoundAndGoesOn() {
        Random random = new Random(3);
        double[] history = IntStream.range(0, 80).mapToDouble(t -> 10 + 2 * t + random.nextGaussian()).toArray();
        assertThat(new Ets().forecast(history, new int[0], 10)[9]).isCloseTo(10 + 2 * 89, Offset.offset(4.0));
    }

    @Test
    void aSeasonIsFoundAndGoesOn() {
        Random random = new Random(4);
        double[] history = IntStream.range(0, 84).mapToDouble(t -> 100 + 10 * (t % 7) + random.nextGaussian())
                .toArray();
        double[] ahead = new Ets().forecast(history, new int[]{7}, 7);
        for (int h = 0; h < 7; h++) {
            assertThat(ahead[h]).isCloseTo(100 + 10 * h, Offset.offset(2.5));
        }
    }

    @Test
    void noiseAloneGetsNoTrend() {
        Random random = new Random(6);
        double[] history = IntStream.range(0, 120).mapToDouble(t -> 5 + random.nextGaussian()).toArray();
        double[] ahead = new Ets().forecast(history, new int[0], 50);
        assertThat(ahead[49]).isCloseTo(ahead[0], Offset.offset(0.5));
    }
}
