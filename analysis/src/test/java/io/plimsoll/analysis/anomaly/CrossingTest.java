package io.plimsoll.analysis.anomaly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.slices.Crossing;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.anomaly.slices.Maturity;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Slices that lie across each other, a workload and a meter, on the same days.
class CrossingTest {
    private static final int DAYS = 120;
    private static final CostSeries WORKLOAD = made("tag:app.kubernetes.io/name", "one", day -> day >= 60 ? 3 : 1);
    private static final CostSeries METER = made("SkuMeter", "core-hours", day -> day >= 60 ? 2 : 1);

    private static CostSeries made(String dimension, String value, IntToDoubleFunction factor) {
        return MadeSeries.of(new SeriesKey(Map.of("ServiceName", "EC2", dimension, value)), 1, DAYS, factor);
    }

    private static List<Finding> findings(Crossing crossing, CostSeries... series) {
        return Detection.detectAll(List.of(series), crossing, Parameters.initial(Detection.parameters()), Maturity.SAME,
                Progress.NONE,
                Cancellation.never()).findings();
    }

    @Test
    void theSameMoneyIsReportedOnceWhereMostOfItLies() {
        assertThat(findings((one, other, currency) -> Optional.of(METER), WORKLOAD, METER)).singleElement()
                .satisfies(each -> assertThat(each.key()).isEqualTo(WORKLOAD.key()))
                .satisfies(each -> assertThat(each.covers()).containsExactly(METER.key()));
    }

    @Test
    void otherMoneyThatMovedOnTheSameDayIsReportedToo() {
        CostSeries flat = made("SkuMeter", "shared", day -> 1);
        assertThat(findings((one, other, currency) -> Optional.of(flat), WORKLOAD, METER)).extracting(Finding::key)
                .containsExactly(WORKLOAD.key(), METER.key());
    }

    @Test
    void ofEqualMovesTheNameThatAPersonWouldUseIsReported() {
        IntToDoubleFunction step = day -> day >= 60 ? 2 : 1;
        CostSeries[] same = {made("tag:team", "vision", step), made("SkuMeter", "GB-months", step),
            made("tag:kubernetes-namespace", "images", step), made("tag:app.kubernetes.io/name", "one", step),
            made("ResourceName", "lake", step)};
        assertThat(findings(Crossing.UNKNOWN, same)).singleElement().extracting(Finding::key).isEqualTo(same[3].key());
        assertThat(findings(Crossing.UNKNOWN, same[0], same[1], same[4])).singleElement().extracting(Finding::key)
                .isEqualTo(same[4].key());
    }
}
