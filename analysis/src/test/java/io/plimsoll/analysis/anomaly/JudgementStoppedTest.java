package io.plimsoll.analysis.anomaly;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.CountedCancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Thousands of series are judged for many seconds, in which somebody may change their mind.
class JudgementStoppedTest {
    private static final int SERIES = 2_000;

    private static List<Finding> judged(List<CostSeries> series, CountedCancellation cancellation) {
        return Detection.detectAll(series, Parameters.initial(Detection.parameters()), Progress.NONE, cancellation);
    }

    @Test
    void aRequestToStopIsAskedForWithEachSeriesAndHeard() {
        List<CostSeries> series = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            series.add(MadeSeries.of(SeriesKey.of("ServiceName", "s" + i), i, 70, day -> 1));
        }
        CountedCancellation whole = CountedCancellation.never();
        judged(series, whole);
        assertThat(whole.asked()).isGreaterThan(SERIES);
        for (int part = 1; part <= 3; part++) {
            CountedCancellation some = CountedCancellation.after(whole.asked() / 4 * part);
            assertThatThrownBy(() -> judged(series, some)).isInstanceOf(CancelledException.class);
            assertThat(some.asked()).as("it is heard at once").isEqualTo(whole.asked() / 4 * part + 1);
        }
    }
}
