package io.plimsoll.analysis.anomaly.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.PlannedActivity;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.unit.Days;

import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.MONDAY;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.STORAGE;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.finding;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.signal;
import static io.plimsoll.analysis.anomaly.feedback.MadeEvents.spike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class VerdictsTest {
    private static final SeriesKey ACCOUNT = new SeriesKey(Map.of("ServiceName", "Storage", "SubAccountId", "1"));

    private final Map<String, Said> said = new LinkedHashMap<>();

    private void say(Anomaly of, Label label, @Nullable LocalDate until) {
        said.put(of.id(), new Said(new GivenLabel(of.id(), label, until, Instant.EPOCH), Shape.of(of)));
    }

    private List<Verdict> verdicts(List<Anomaly> events) {
        return new Verdicts(said, new Plans(List.of(), Slices.AS_NAMED), Slices.AS_NAMED, events).all();
    }

    private Verdict last(Anomaly... events) {
        List<Verdict> all = verdicts(Arrays.asList(events));
        return all.stream().filter(each -> each.id().equals(events[events.length - 1].id())).findFirst().orElseThrow();
    }

    @Test
    void aUselessEventIsMutedItselfAndSoAreLaterOnesOfItsSort() {
        Finding named = spike("a", STORAGE, MONDAY, "50");
        say(named, Label.USELESS, null);
        assertThat(last(named)).satisfies(each -> {
            assertThat(each.status()).isEqualTo(Status.LABELLED);
            assertThat(each.heard()).isFalse();
            assertThat(each.mutedBy()).isEqualTo("a");
        });
        assertThat(last(named, spike("b", STORAGE, MONDAY.plusWeeks(3), "90"))).satisfies(each -> {
            assertThat(each.status()).isEqualTo(Status.MUTED);
            assertThat(each.heard()).isFalse();
            assertThat(each.mutedBy()).isEqualTo("a");
            assertThat(each.why()).contains("a", "useless");
        });
        // 2 April, the same day of the month on another weekday.
        assertThat(last(named, spike("c", STORAGE, LocalDate.parse("2026-04-02"), "50")).heard()).isFalse();
    }

    @Test
    void aLabelReachesNoParentNoSiblingNoOtherKindNoOtherDayNoOtherCurrencyAndNothingEarlier() {
        Finding named = spike("a", STORAGE, MONDAY, "50");
        say(named, Label.USELESS, null);
        LocalDate later = MONDAY.plusWeeks(1);
        assertThat(List.of(spike("parent", new SeriesKey(Map.of()), later, "50"),
                spike("child", ACCOUNT, later, "50"),
                spike("sibling", SeriesKey.of("ServiceName", "Compute"), later, "50"),
                finding("drop", STORAGE, AnomalyKind.DROP, later, later, false, "-50"),
                finding("drift", STORAGE, AnomalyKind.DRIFT, later, later.plusDays(20), false, "50"),
                spike("tuesday", STORAGE, MONDAY.plusDays(8), "50"),
                spike("earlier", STORAGE, MONDAY.minusWeeks(1), "50")))
                .allSatisfy(each -> assertThat(last(named, each).status()).as(each.id()).isEqualTo(Status.OPEN));
    }

    @Test
    void aFarLargerEventIsHeardThoughOneLikeItWasUseless() {
        Finding named = spike("a", STORAGE, MONDAY, "50");
        say(named, Label.USELESS, null);
        assertThat(last(named, spike("four", STORAGE, MONDAY.plusWeeks(1), "200")).heard()).isFalse();
        assertThat(last(named, spike("more", STORAGE, MONDAY.plusWeeks(1), "201")).heard()).isTrue();
    }

    @Test
    void anExpectedEventMutesOthersOfAboutItsSizeOnly() {
        Finding named = spike("a", STORAGE, MONDAY, "50");
        say(named, Label.EXPECTED, null);
        LocalDate later = MONDAY.plusWeeks(1);
        assertThat(last(named, spike("b", STORAGE, later, "100")).heard()).isFalse();
        assertThat(last(named, spike("b", STORAGE, later, "101")).heard()).isTrue();
        assertThat(last(named, spike("b", STORAGE, later, "25")).heard()).isFalse();
        assertThat(last(named, spike("b", STORAGE, later, "24")).heard()).isTrue();
        // May still grow.
        assertThat(last(named, finding("b", STORAGE, AnomalyKind.SPIKE, later, later, true, "24")).heard()).isFalse();
    }

    @Test
    void whatIsRealIsHeardFirstAndPastTheBudgetAndSoAreOthersLikeIt() {
        Finding loud = spike("loud", STORAGE, MONDAY.minusDays(1), "5000");
        Finding named = spike("a", STORAGE, MONDAY, "50");
        Finding like = spike("b", STORAGE, MONDAY.plusWeeks(1), "50");
        Finding other = spike("c", ACCOUNT, MONDAY.plusWeeks(1), "50");
        say(named, Label.REAL, null);
        List<Verdict> all = Verdicts.within(verdicts(List.of(loud, named, like, other)), Set.of("loud"));
        assertThat(all).extracting(Verdict::id, Verdict::heard).containsExactly(
                tuple("a", true), tuple("loud", true),
                tuple("b", true), tuple("c", false));
        assertThat(all.getLast().status()).isEqualTo(Status.BELOW);
    }

    @Test
    void untilItsLastDayALabelHoldsAndAfterItIsHeardAgain() {
        LocalDate until = MONDAY.plusDays(10);
        Finding young = finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, MONDAY, until, true, "500");
        say(young, Label.EXPECTED, until);
        assertThat(last(young)).satisfies(each -> {
            assertThat(each.heard()).isFalse();
            assertThat(each.until()).isEqualTo(until);
        });
        Finding lasting = finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, MONDAY, until.plusDays(1), true, "550");
        assertThat(last(lasting)).satisfies(each -> {
            assertThat(each.status()).isEqualTo(Status.OPEN);
            assertThat(each.heard()).isTrue();
            assertThat(each.label()).isEqualTo(Label.EXPECTED);
            assertThat(each.why()).contains("lasts longer");
        });
        assertThat(last(young, spike("b", STORAGE, MONDAY.plusWeeks(1), "500")).heard()).isFalse();
        assertThat(last(young, spike("b", STORAGE, MONDAY.plusWeeks(2), "500")).heard()).isTrue();
    }

    @Test
    void aLabelledEventThatOnlyLastsStaysMutedAndOneThatGrowsIsHeardAgain() {
        Finding seen = finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, MONDAY, MONDAY.plusDays(9), true, "100");
        say(seen, Label.EXPECTED, null);
        assertThat(last(finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, MONDAY, MONDAY.plusDays(99), true, "1000"))
                .heard()).isFalse();
        assertThat(last(finding("a", STORAGE, AnomalyKind.LEVEL_SHIFT, MONDAY, MONDAY.plusDays(19), true, "401")))
                .satisfies(each -> {
                    assertThat(each.heard()).isTrue();
                    assertThat(each.why()).contains("grown to more than 2 times");
                });
    }

    @Test
    void aLabelStillReachesWhenItsOwnEventIsNoLongerFound() {
        say(spike("gone", STORAGE, MONDAY, "50"), Label.USELESS, null);
        assertThat(last(spike("b", STORAGE, MONDAY.plusWeeks(1), "50")).mutedBy()).isEqualTo("gone");
    }

    @Test
    void theLabelGivenLastHoldsWhereTwoReachTheSameEvent() {
        Finding first = spike("a", STORAGE, MONDAY, "50");
        Finding second = spike("b", STORAGE, MONDAY.plusWeeks(1), "50");
        say(second, Label.REAL, null);
        say(first, Label.USELESS, null);
        assertThat(last(first, second, spike("c", STORAGE, MONDAY.plusWeeks(2), "50")).heard()).isTrue();
    }

    @Test
    void signalsAreLikeEachOtherByWorkloadMeasureAndDistance() {
        Anomaly named = signal("a", "shop/Deployment/api", MONDAY, 0.9, 0.5, Severity.LOW);
        say(named, Label.USELESS, null);
        LocalDate later = MONDAY.plusWeeks(1);
        assertThat(last(named, signal("b", "shop/Deployment/api", later, 0.95, 0.5, Severity.LOW)).heard()).isFalse();
        assertThat(last(named, signal("b", "shop/Deployment/api", later, 2.5, 0.5, Severity.HIGH)).heard()).isTrue();
        assertThat(last(named, signal("b", "shop/Deployment/web", later, 0.9, 0.5, Severity.LOW)).heard()).isTrue();
        assertThat(last(named, spike("b", SeriesKey.of("workload", "shop/Deployment/api"), later, "0.4")).heard())
                .isTrue();
    }

    @Test
    void aPlannedActivityGoesBeforeALabelOnAnotherEventAndAfterItsOwn() {
        Finding named = spike("a", STORAGE, MONDAY, "50");
        Finding like = spike("b", STORAGE, MONDAY.plusWeeks(1), "50");
        say(named, Label.USELESS, null);
        Plans plans = new Plans(List.of(new PlannedActivity("p-1", "Migration", new Days(MONDAY, MONDAY.plusWeeks(2)),
                STORAGE, null, null)), Slices.AS_NAMED);
        assertThat(new Verdicts(said, plans, Slices.AS_NAMED, List.of(named, like)).all())
                .extracting(Verdict::status, Verdict::mutedBy)
                .containsExactly(tuple(Status.LABELLED, "a"),
                        tuple(Status.PLANNED, "p-1"));
    }
}
