package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.CountedCancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every detector of the list must keep.
class DetectorsTest {
    static List<Detector> detectors() {
        return Detectors.all();
    }

    private static Detected detect(Detector detector, BigDecimal... cost) {
        return detector.detect(new CostSeries(SeriesKey.of("a", "b"), MadeSeries.START, cost, null, "USD"),
                Parameters.initial(detector.parameters()), Cancellation.never());
    }

    @Test
    void idsAreUniqueAndAnUnknownOneIsRefused() {
        Set<String> ids = new HashSet<>();
        assertThat(Detectors.all()).allMatch(each -> ids.add(each.id()));
        assertThatThrownBy(() -> Detectors.byId("nobody")).isInstanceOf(StepFailure.class);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void survivesSeriesWithNothingToSee(Detector detector) {
        assertThat(detect(detector).days()).isEmpty();
        assertThat(detect(detector, BigDecimal.ONE).days()).hasSize(1);
        assertThat(detect(detector, MadeSeries.repeated(200, "5")).episodes()).isEmpty();
        assertThat(detect(detector, MadeSeries.repeated(200, "0")).episodes()).isEmpty();
        assertThat(detect(detector, MadeSeries.repeated(200, "-5")).episodes()).isEmpty();
        assertThat(detect(detector, new BigDecimal[200]).episodes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void survivesGapsAndExtremeAmounts(Detector detector) {
        BigDecimal[] cost = MadeSeries.repeated(200, "100");
        Arrays.fill(cost, 80, 90, null);
        cost[120] = new BigDecimal("1e30");
        cost[140] = new BigDecimal("-1e-30");
        Detected detected = detect(detector, cost);
        assertThat(detected.days()).hasSize(200).allMatch(day -> day.score() >= 0 && day.score() <= 1);
        assertThat(detected.episodes()).allMatch(each -> !each.start().isAfter(each.end()))
                .allMatch(each -> each.confidence() >= 0 && each.confidence() <= 1);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void saysTheSameTwiceAndExplainsItself(Detector detector) {
        CostSeries series = MadeSeries.of(150, day -> day == 60 ? 4 : day > 100 ? 2 : 1);
        Parameters initial = Parameters.initial(detector.parameters());
        Detected once = detector.detect(series, initial, Cancellation.never());
        assertThat(detector.detect(series, initial, Cancellation.never())).isEqualTo(once);
        assertThat(once.episodes()).isNotEmpty().allMatch(each -> !each.explanation().sentence().isBlank())
                .allMatch(each -> !each.explanation().contributions().isEmpty());
        assertThat(detector.description()).isNotBlank();
        assertThat(detector.title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void parametersRoundTripAsText(Detector detector) {
        Parameters parameters = Parameters.initial(detector.parameters());
        for (Parameter parameter : detector.parameters()) {
            assertThat(parameter.help()).isNotBlank();
            parameters = parameters.with(parameter.id(), parameters.text(parameter.id()));
        }
        assertThat(parameters.values()).isEqualTo(Parameters.initial(detector.parameters()).values());
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void asksWhetherToStopAllAlongAndStopsAtOnce(Detector detector) {
        int days = 3_000;
        CostSeries series = MadeSeries.of(days, day -> 1);
        Parameters initial = Parameters.initial(detector.parameters());
        CountedCancellation whole = CountedCancellation.never();
        detector.detect(series, initial, whole);
        assertThat(whole.asked()).isGreaterThan(days / 10);
        CountedCancellation half = CountedCancellation.after(whole.asked() / 2);
        assertThatThrownBy(() -> detector.detect(series, initial, half)).isInstanceOf(CancelledException.class);
        assertThat(half.asked()).isEqualTo(whole.asked() / 2 + 1);
    }
}
