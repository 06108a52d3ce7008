package io.plimsoll.analysis.forecast;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CombinationTest {
    private static final int[] WEEK = {7};

    @Test
    void weekdaysAndGrowthGoOn() {
        double[] history = IntStream.range(0, 200).mapToDouble(t -> weekly(t)).toArray();
        Forecast ahead = forecast(history, 14);
        for (int h = 0; h < 14; h++) {
            assertThat(ahead.mean()[h]).isCloseTo(weekly(200 + h), org.assertj.core.data.Percentage.withPercentage(4));
        }
        assertThat(ahead.logs()).isTrue();
        assertThat(ahead.methods()).isNotEmpty();
    }

    private static double weekly(int t) {
        return (100 + 0.2 * t) * (t % 7 < 5 ? 1.2 : 0.5);
    }

    @Test
    void intervalsHoldAboutAsOftenAsTheySay() {
        Random random = new Random(5);
        int inside = 0;
        int all = 0;
        for (int series = 0; series < 20; series++) {
            double[] values = IntStream.range(0, 174)
                    .mapToDouble(t -> 100 + (t % 7 < 5 ? 20 : 0) + 5 * random.nextGaussian()).toArray();
            Forecast ahead = forecast(Arrays.copyOf(values, 160), 14);
            for (int h = 0; h < 14; h++) {
                double came = values[160 + h];
                inside += came >= ahead.low(h, ahead.width95()) && came <= ahead.high(h, ahead.width95()) ? 1 : 0;
                all++;
            }
        }
        assertThat((double) inside / all).isBetween(0.9, 0.99);
    }

    @Test
    void theBacktestIsBetterThanTheNaiveForecastWhereNoiseIsAll() {
        Random random = new Random(7);
        double[] noise = IntStream.range(0, 150).mapToDouble(t -> 50 + random.nextGaussian()).toArray();
        Backtest test = forecast(noise, 14).backtest();
        assertThat(test.mase()).isLessThan(0.85);
        assertThat(test.origins()).isGreaterThan(10);
        assertThat(test.cover95()).isBetween(0.88, 1.0);
    }

    @Test
    void aGapTakesNothingAway() {
        double[] whole = IntStream.range(0, 100).mapToDouble(t -> 10 + t % 7).toArray();
        double[] holes = whole.clone();
        holes[50] = Double.NaN;
        holes[73] = Double.NaN;
        assertThat(forecast(holes, 7).mean()).containsExactly(forecast(whole, 7).mean());
    }

    @Test
    void veryShortSeriesGetWideIntervals() {
        Forecast one = forecast(new double[]{5}, 3);
        assertThat(one.mean()).containsExactly(new double[]{5, 5, 5}, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(one.backtest()).isEqualTo(Backtest.NONE);
        Forecast three = forecast(new double[]{5, 9, 5}, 3);
        assertThat(three.width95()[2]).isGreaterThan(three.width95()[0]).isGreaterThan(0.5);
    }

    @Test
    void negativeAmountsAreContinuedAsTheyAre() {
        Forecast credits = forecast(IntStream.range(0, 60).mapToDouble(t -> -3 - t % 7).toArray(), 7);
        assertThat(credits.logs()).isFalse();
        assertThat(credits.mean()[0]).isCloseTo(-3 - 60 % 7, org.assertj.core.data.Offset.offset(0.5));
    }

    @Test
    void aSeriesOfNothingIsRefused() {
        assertThatThrownBy(() -> forecast(new double[]{Double.NaN}, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isStoppedBetweenFits() {
        assertThatThrownBy(() -> Combination.forecast(new double[100], WEEK, 7, Progress.NONE, cancelled()))
                .isInstanceOf(CancelledException.class);
    }

    private static Cancellation cancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        return cancellation;
    }

    private static Forecast forecast(double[] history, int horizon) {
        return Combination.forecast(history, WEEK, horizon, Progress.NONE, Cancellation.never());
    }
}
