package io.plimsoll.analysis.forecast.method;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.forecast.Forecaster;
import io.plimsoll.analysis.forecast.Forecasters;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds for every forecaster.
class ForecastersContractTest {
    private static final int[] WEEK = {7};

    static Stream<Forecaster> all() {
        return Stream.concat(Forecasters.members().stream(), Stream.of(new SeasonalNaive()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void explainsItself(Forecaster forecaster) {
        assertThat(forecaster.id()).matches("[a-z-]+");
        assertThat(forecaster.explanation()).endsWith(".");
        assertThat(forecaster.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysTheSameTwiceAndLeavesTheHistoryAlone(Forecaster forecaster) {
        Random random = new Random(1);
        double[] history = IntStream.range(0, 90).mapToDouble(t -> 20 + t % 7 + random.nextGaussian()).toArray();
        double[] before = history.clone();
        assertThat(forecaster.forecast(history, WEEK, 20)).containsExactly(forecaster.forecast(history, WEEK, 20));
        assertThat(history).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aConstantStaysConstant(Forecaster forecaster) {
        double[] history = new double[40];
        Arrays.fill(history, 3);
        assertThat(forecaster.forecast(history, WEEK, 10)).containsExactly(new double[]{3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
                Offset.offset(1e-6));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anyLengthGivesFiniteValues(Forecaster forecaster) {
        for (int length = 1; length < 40; length++) {
            double[] history = IntStream.range(0, length).mapToDouble(t -> t * t % 11).toArray();
            double[] ahead = forecaster.forecast(history, new int[]{7, 12}, 30);
            assertThat(ahead).hasSize(30);
            assertThat(Arrays.stream(ahead).allMatch(Double::isFinite)).as("%s values", length).isTrue();
        }
    }
}
