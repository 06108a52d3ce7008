package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.MONDAY;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.STORAGE;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.finding;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.signal;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.spike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlansTest {
    private static final Days FORTNIGHT = new Days(MONDAY, MONDAY.plusDays(13));
    private static final PlannedActivity MOVE = PlannedActivity.in("Move", FORTNIGHT, STORAGE);

    private static boolean covers(PlannedActivity activity, Anomaly event) {
        return new Plans(List.of(activity), Slices.AS_NAMED).of(event).map(Plans.Answer::covered).orElse(false);
    }

    private static Anomaly lasting(LocalDate from, LocalDate to) {
        return finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, from, to, true, "50");
    }

    @Test
    void anEventInsideIsCoveredFromItsFirstToItsLastDay() {
        assertThat(covers(MOVE, lasting(MONDAY, MONDAY.plusDays(13)))).isTrue();
        assertThat(covers(MOVE, spike("a", STORAGE, MONDAY.plusDays(13), "50"))).isTrue();
    }

    @Test
    void anEventThatLastsBeyondTheEndComesBackWithTheReason() {
        assertThat(new Plans(List.of(MOVE), Slices.AS_NAMED).of(lasting(MONDAY, MONDAY.plusDays(14))))
                .hasValueSatisfying(each -> {
                    assertThat(each.covered()).isFalse();
                    assertThat(each.why()).contains("Move", "lasts longer");
                });
    }

    @Test
    void anEventThatBeganBeforeOrAfterHasNothingToDoWithIt() {
        assertThat(new Plans(List.of(MOVE), Slices.AS_NAMED).of(lasting(MONDAY.minusDays(1), MONDAY.plusDays(5))))
                .isEmpty();
        assertThat(new Plans(List.of(MOVE), Slices.AS_NAMED).of(spike("a", STORAGE, MONDAY.plusDays(14), "50")))
                .isEmpty();
    }

    @Test
    void slicesInsideAreCoveredParentsAndSiblingsAreNot() {
        SeriesKey account = new SeriesKey(Map.of("ServiceName", "Storage", "SubAccountId", "1"));
        assertThat(covers(MOVE, spike("a", account, MONDAY, "50"))).isTrue();
        assertThat(covers(MOVE, spike("a", new SeriesKey(Map.of()), MONDAY, "50"))).isFalse();
        assertThat(covers(MOVE, spike("a", SeriesKey.of("ServiceName", "Compute"), MONDAY, "50"))).isFalse();
        assertThat(covers(PlannedActivity.everywhere("Freeze", FORTNIGHT),
                spike("a", new SeriesKey(Map.of()), MONDAY, "50"))).isTrue();
    }

    @Test
    void aWorkloadIsMeantInTelemetryAndUnderItsNameOnTheBill() {
        PlannedActivity load = PlannedActivity.in("Load test", FORTNIGHT,
                SeriesKey.of("workload", "shop/Deployment/api"));
        assertThat(covers(load, signal("a", "shop/Deployment/api", MONDAY, 1, 0.5, Severity.LOW))).isTrue();
        assertThat(covers(load, signal("a", "test/Deployment/api", MONDAY, 1, 0.5, Severity.LOW))).isFalse();
        assertThat(covers(load, spike("a",
                new SeriesKey(Map.of("ServiceName", "Compute", "tag:app.kubernetes.io/name", "api")), MONDAY, "5")))
                .isTrue();
        assertThat(covers(load, spike("a", new SeriesKey(Map.of("tag:app.kubernetes.io/name", "api",
                "tag:kubernetes-namespace", "test")), MONDAY, "5"))).isFalse();
        assertThat(covers(load, spike("a", STORAGE, MONDAY, "5"))).isFalse();
    }

    @Test
    void anEventLargerThanWasSaidComesBack() {
        PlannedActivity money = MOVE.upTo(Money.of("50", "USD"));
        assertThat(covers(money, spike("a", STORAGE, MONDAY, "50"))).isTrue();
        assertThat(covers(money, spike("a", STORAGE, MONDAY, "-50"))).isTrue();
        assertThat(covers(money, spike("a", STORAGE, MONDAY, "50.01"))).isFalse();
        assertThat(covers(MOVE.upTo(Money.of("50", "EUR")), spike("a", STORAGE, MONDAY, "1"))).isFalse();
        assertThat(new Plans(List.of(MOVE.upTo(Money.of("50", "EUR"))), Slices.AS_NAMED)
                .of(spike("a", STORAGE, MONDAY, "1")))
                .hasValueSatisfying(each -> assertThat(each.why()).endsWith(
                        "Its size was said in EUR, the bill is in USD."));
        // 100 were expected.
        PlannedActivity share = MOVE.upToPercent(new BigDecimal("20"));
        assertThat(covers(share, spike("a", STORAGE, MONDAY, "20"))).isTrue();
        assertThat(covers(share, spike("a", STORAGE, MONDAY, "21"))).isFalse();
        PlannedActivity use = PlannedActivity.in("Load", FORTNIGHT, SeriesKey.of("workload", "api"))
                .upTo(Money.of("1", "USD")).upToPercent(new BigDecimal("50"));
        assertThat(covers(use, signal("a", "shop/Deployment/api", MONDAY, 0.75, 0.5, Severity.LOW))).isTrue();
        assertThat(covers(use, signal("a", "shop/Deployment/api", MONDAY, 0.8, 0.5, Severity.LOW))).isFalse();
    }

    @Test
    void ofSeveralThatOverlapOneIsEnoughAndSizesDoNotAddUp() {
        PlannedActivity small = new PlannedActivity("p-1", "Small", FORTNIGHT, STORAGE, Money.of("30", "USD"), null);
        PlannedActivity other = new PlannedActivity("p-2", "Other", new Days(MONDAY, MONDAY.plusDays(20)), STORAGE,
                Money.of("30", "USD"), null);
        Plans both = new Plans(List.of(small, other), Slices.AS_NAMED);
        assertThat(both.of(spike("a", STORAGE, MONDAY, "60")).orElseThrow().covered()).isFalse();
        assertThat(both.of(spike("a", STORAGE, MONDAY, "20")).orElseThrow().activity().id()).isEqualTo("p-2");
        assertThat(both.of(finding("a", STORAGE, AnomalyKind.BURST, MONDAY, MONDAY.plusDays(15), false, "20"))
                .orElseThrow().covered()).isTrue();
    }

    @Test
    void nowhereIsRefused() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> PlannedActivity.in("Freeze", FORTNIGHT, new SeriesKey(Map.of())))
                .matches(each -> each.code().equals("PLANNED_NOWHERE"));
    }
}
