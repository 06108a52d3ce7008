package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Two bursts that cancel on the days that they share leave their first and their last days in a larger slice.
class EchoTest {
    private static final int DAYS = 150;
    private static final int DAY = 120;

    private final List<CostSeries> services = new ArrayList<>();

    private void service(String name, double scale, IntToDoubleFunction factor) {
        CostSeries made = MadeSeries.of(SeriesKey.of("ServiceName", name), 1 + services.size(), DAYS, factor);
        Arrays.setAll(made.cost(), i -> made.cost()[i].multiply(BigDecimal.valueOf(scale)));
        services.add(made);
    }

    private List<Finding> findings() {
        BigDecimal[] sum = MadeSeries.repeated(DAYS, "0");
        services.forEach(each -> Arrays.setAll(sum, i -> sum[i].add(each.cost()[i])));
        List<CostSeries> all = new ArrayList<>(services);
        all.add(new CostSeries(new SeriesKey(Map.of()), MadeSeries.START, sum, null, "USD"));
        return Detection.detectAll(all, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
    }

    private static String said(List<Finding> findings) {
        return String.join("\n",
                findings.stream().map(each -> each.key().title() + " " + each.kind() + " " + each.start() + " "
                        + each.end() + " " + each.impact() + " " + each.offset()).toList());
    }

    private static IntToDoubleFunction burst(int from, int days, double factor) {
        return i -> i >= from && i < from + days ? factor : 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theEndOfABurstOfCreditsIsNotToldAgainOfTheTotal(int late) {
        service("Compute", 1, burst(DAY, 6, 4));
        service("Credits", -1, burst(DAY + late, 6, 4));
        service("Storage", 1.5, i -> 1);
        service("Database", 1.5, i -> 1);
        areToldOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void norIsTheEndOfABurstThatBeganAfterItsCredits(int late) {
        service("Credits", -1, burst(DAY, 6, 4));
        service("Compute", 1, burst(DAY + late, 6, 4));
        service("Storage", 1.5, i -> 1);
        service("Database", 1.5, i -> 1);
        areToldOnce();
    }

    /// Of each service its whole burst, on its own or as the other's other side, and nothing of the total.
    private void areToldOnce() {
        List<Finding> findings = findings();
        assertThat(findings).as(said(findings)).isNotEmpty()
                .noneMatch(each -> each.key().dimensions().isEmpty());
        BigDecimal rose = BigDecimal.ZERO;
        BigDecimal fell = BigDecimal.ZERO;
        for (Finding each : findings) {
            Offset offset = each.offset();
            rose = rose.add(each.impact().amount().max(BigDecimal.ZERO));
            fell = fell.add(each.impact().amount().min(BigDecimal.ZERO));
            if (offset != null) {
                fell = fell.add(offset.counter().amount());
            }
        }
        assertThat(rose).as(said(findings)).isBetween(new BigDecimal(1400), new BigDecimal(1850));
        assertThat(fell.negate()).as(said(findings)).isBetween(new BigDecimal(1400), new BigDecimal(1850));
    }

    /// A move that goes on is no reason to keep silent of another one.
    @Test
    void aBurstOfManyDuringALevelShiftOfOneIsTold() {
        service("Compute", 1, i -> i >= DAY - 30 ? 3 : 1);
        for (int i = 0; i < 12; i++) {
            service("Small " + i, 0.3, burst(DAY, 2, 1.6));
        }
        List<Finding> findings = findings();
        assertThat(findings).as(said(findings)).anyMatch(each -> each.key().text().contains("Compute"))
                .anyMatch(each -> each.start().equals(MadeSeries.START.plusDays(DAY)));
    }
}
