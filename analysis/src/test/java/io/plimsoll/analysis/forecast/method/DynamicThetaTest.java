package io.plimsoll.analysis.forecast.method;

import java.util.Random;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DynamicThetaTest {
    @Test
    void aStraightLineGoesOnAtBetweenHalfAndAllOfItsSlope() {
        double[] line = IntStream.range(0, 60).mapToDouble(t -> 100 + 3 * t).toArray();
        double[] ahead = new DynamicTheta().forecast(line, new int[0], 20);
        double slope = (ahead[19] - ahead[0]) / 19;
        assertThat(slope).isBetween(1.5, 3.0 + 1e-9);
        assertThat(ahead[0]).isCloseTo(280, Offset.offset(4.0));
    }

    @Test
    void seasonsAreAddedAgain() {
        Random random = new Random(2);
        double[] history = IntStream.range(0, 96).mapToDouble(t -> 50 + 8 * Math.sin(2 * Math.PI * t / 12)
                + 0.3 * random.nextGaussian()).toArray();
        double[] ahead = new DynamicTheta().forecast(history, new int[]{12}, 12);
        for (int h = 0; h < 12; h++) {
            assertThat(ahead[h]).isCloseTo(50 + 8 * Math.sin(2 * Math.PI * h / 12), Offset.offset(1.5));
        }
    }
}
