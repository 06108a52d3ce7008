package io.plimsoll.analysis.series;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

/// The expected numbers were computed by SciPy 1.17.1: `ks_2samp`, `kstwobign.sf`, `wasserstein_distance`, `jensenshannon` (squared), and
/// NumPy's `quantile` and `searchsorted` for the stability index.
class DistanceTest {
    private static final double[] A = IntStream.range(0, 1500).mapToDouble(i -> i * 7919 % 1009 / 100.0).toArray();
    private static final double[] B = IntStream.range(0, 1200).mapToDouble(i -> i * 104729 % 1013 / 90.0 + 0.3)
            .toArray();
    /// The same with many equal values.
    private static final double[] C = Arrays.stream(A).map(Math::rint).toArray();

    @Test
    void theLargestDistanceOfTwoDistributionFunctionsIsSciPys() {
        assertThat(Distance.kolmogorovSmirnov(A, B)).isCloseTo(0.1305, offset(1e-12));
        assertThat(Distance.kolmogorovSmirnov(C, B)).isCloseTo(0.16783333333333333, offset(1e-12));
    }

    @Test
    void itsLikelihoodIsKolmogorovsLimit() {
        assertThat(Distance.kolmogorovSmirnovP(0.1305, 1500, 1200)).isCloseTo(2.7510925137184525e-10,
                withPercentage(1e-6));
        double unit = Math.sqrt(2.0 / 1_000_000);
        assertThat(Distance.kolmogorovSmirnovP(0.3 * unit, 1_000_000, 1_000_000)).isCloseTo(0.9999906941986655,
                offset(1e-12));
        assertThat(Distance.kolmogorovSmirnovP(unit, 1_000_000, 1_000_000)).isCloseTo(0.26999967167735456,
                offset(1e-12));
        assertThat(Distance.kolmogorovSmirnovP(2 * unit, 1_000_000, 1_000_000)).isCloseTo(0.0006709252557796953,
                offset(1e-12));
        assertThat(Distance.kolmogorovSmirnovP(0, 10, 10)).isEqualTo(1);
    }

    @Test
    void theAreaBetweenTwoDistributionFunctionsIsSciPys() {
        assertThat(Distance.wasserstein(A, B)).isCloseTo(0.8747314814814817, offset(1e-12));
        assertThat(Distance.wasserstein(C, B)).isCloseTo(0.877075925925926, offset(1e-12));
        assertThat(Distance.wasserstein(A, Arrays.stream(A).map(value -> value + 3).toArray())).isCloseTo(3,
                offset(1e-9));
    }

    @Test
    void theStabilityIndexIsThatOfTenQuantileBins() {
        assertThat(Distance.psi(A, B)).isCloseTo(0.12181920043682479, offset(1e-12));
        assertThat(Distance.psi(C, B)).isCloseTo(0.3092794202452, offset(1e-12));
        assertThat(Distance.psi(A, A)).isZero();
    }

    @Test
    void classesAreComparedByTheirShares() {
        Map<String, Long> before = Map.of("a", 70L, "b", 20L, "c", 10L);
        Map<String, Long> now = Map.of("a", 50L, "b", 25L, "c", 5L, "d", 20L);
        assertThat(Distance.jensenShannon(before, now)).isCloseTo(0.12021444499162158, offset(1e-12));
        assertThat(Distance.psi(before, now)).isCloseTo(1.6325293855804128, offset(1e-9));
        assertThat(Distance.jensenShannon(Map.of("a", 1L), Map.of("b", 1L))).isCloseTo(1, offset(1e-12));
    }

    @Test
    void nothingCanBeSaidOfAnEmptySample() {
        double[] none = {Double.NaN};
        assertThat(Distance.psi(A, none)).isNaN();
        assertThat(Distance.kolmogorovSmirnov(none, A)).isNaN();
        assertThat(Distance.wasserstein(A, new double[0])).isNaN();
        assertThat(Distance.psi(Map.of(), Map.of("a", 1L))).isNaN();
    }
}
