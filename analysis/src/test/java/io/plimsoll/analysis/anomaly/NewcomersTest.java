package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

class NewcomersTest {
    private static final int DAYS = 60;

    /// @param end excluded
    private static CostSeries resource(String name, int from, int end, String cost) {
        BigDecimal[] days = MadeSeries.repeated(DAYS, "0");
        Arrays.fill(days, from, end, new BigDecimal(cost));
        return new CostSeries(new SeriesKey(Map.of("ServiceName", "EC2", "ResourceId", name)), MadeSeries.START, days,
                null, "USD");
    }

    /// A snapshot a night, each of which is gone the next day, and the whole service.
    private static List<Finding> findings(CostSeries... others) {
        List<CostSeries> all = new ArrayList<>(List.of(others));
        for (int day = 0; day < DAYS; day++) {
            all.add(resource("snapshot-" + day, day, day + 1, Integer.toString(140 + day * 37 % 90)));
        }
        BigDecimal[] whole = MadeSeries.repeated(DAYS, "0");
        all.forEach(each -> Arrays.setAll(whole, i -> whole[i].add(each.cost()[i])));
        all.add(new CostSeries(SeriesKey.of("ServiceName", "EC2"), MadeSeries.START, whole, null, "USD"));
        return Detection.detectAll(all, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
    }

    @Test
    void aSnapshotOfEveryNightIsNoNewServiceEveryNight() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatIsMuchDearerThanTheOthersIsTold() {
        assertThat(findings(resource("huge", 40, 41, "2500"))).singleElement()
                .satisfies(each -> assertThat(each.key().dimensions()).containsEntry("ResourceId", "huge"));
    }

    @Test
    void whatStaysWhileTheOthersGoIsTold() {
        assertThat(findings(resource("kept", 40, DAYS, "180"))).singleElement()
                .satisfies(each -> assertThat(each.start()).isEqualTo(MadeSeries.START.plusDays(40)));
    }

    @Test
    void theFirstOfItsKindIsTold() {
        CostSeries machine = resource("machine", 0, DAYS, "900");
        List<Finding> findings = Detection.detectAll(
                List.of(machine, resource("one", 40, 44, "180"), resource("two", 41, 44, "180")),
                Parameters.initial(Detection.parameters()), Progress.NONE, Cancellation.never());
        assertThat(findings).extracting(Finding::kind).contains(AnomalyKind.NEW_SERVICE);
    }
}
