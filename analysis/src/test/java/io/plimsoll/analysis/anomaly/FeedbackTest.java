package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What the user says of events: labels and planned activities.
class FeedbackTest extends FeedbackCase {
    @Test
    void aLabelIsKeptOverARestartMutesOthersLikeItAndCanBeTakenBack() {
        signal("a", MONDAY, Severity.LOW);
        signal("b", MONDAY.plusWeeks(1), Severity.LOW);
        feedback.label(List.of("a"), Label.USELESS, MONDAY.plusWeeks(1));
        workspace.close();
        open();
        assertThat(of("a").status()).isEqualTo(Status.LABELLED);
        assertThat(of("b").mutedBy()).isEqualTo("a");
        assertThat(feedback.labels().get("a").until()).isEqualTo(MONDAY.plusWeeks(1));
        feedback.unlabel(List.of("a", "b"));
        assertThat(all()).allMatch(Verdict::heard);
        assertThat(ledger()).containsExactly(
                "{\"finding\":\"a\",\"label\":\"useless\",\"until\":\"2026-03-09\"}",
                "{\"finding\":\"a\",\"label\":\"none\"}");
        assertThat(workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void whatWaitsIsOfEveryDomainAndNoLongerWaitsOnceItIsLabelled() {
        signal("a", MONDAY, Severity.HIGH);
        assertThat(feedback.waiting(Progress.NONE, Cancellation.never())).extracting(Anomaly::id).containsExactly("a");
        feedback.label(List.of("a"), Label.REAL, null);
        assertThat(feedback.waiting(Progress.NONE, Cancellation.never())).isEmpty();
    }

    @Test
    void nothingIsEverTakenAway() {
        for (int i = 0; i < 30; i++) {
            signal("s" + i, MONDAY.plusDays(3 * i), Severity.values()[i % 3]);
        }
        feedback.label(List.of("s0", "s1"), Label.USELESS, null);
        feedback.plan(PlannedActivity.everywhere("Freeze", new Days(MONDAY.plusDays(20), MONDAY.plusDays(40))));
        feedback.budget(1);
        assertThat(all()).extracting(Verdict::anomaly)
                .containsExactlyInAnyOrderElementsOf(new ArrayList<Anomaly>(signals));
        assertThat(all()).extracting(Verdict::status).contains(Status.LABELLED, Status.MUTED, Status.PLANNED,
                Status.BELOW, Status.OPEN);
        assertThat(all()).allMatch(each -> each.heard() == each.mutedBy().isEmpty());
    }

    @Test
    void severalLabelsAreGivenAllOrNone() {
        signal("a", MONDAY, Severity.LOW);
        refused("UNKNOWN_FINDING", () -> feedback.label(List.of("a", "no-such"), Label.REAL, null));
        refused("LABEL_UNTIL", () -> feedback.label(List.of("a"), Label.REAL, MONDAY.plusDays(9)));
        refused("LABEL_UNTIL", () -> feedback.label(List.of("a"), Label.EXPECTED, MONDAY.minusDays(1)));
        assertThat(feedback.labels()).isEmpty();
        assertThat(workspace.ledger().entries()).isEmpty();
    }

    @Test
    void daysAndSizesThatNoTableCanKeepAreRefusedBeforeTheyAreWritten() {
        signal("a", MONDAY, Severity.LOW);
        LocalDate never = LocalDate.MAX;
        refused("LABEL_UNTIL", () -> feedback.label(List.of("a"), Label.EXPECTED, never));
        refused("PLANNED_DAYS", () -> PlannedActivity.everywhere("x", new Days(MONDAY, never)));
        refused("PLANNED_DAYS", () -> PlannedActivity.in("x", new Days(LocalDate.MIN, MONDAY),
                SeriesKey.of("workload", "api")));
        PlannedActivity plan = PlannedActivity.everywhere("x", new Days(MONDAY, LocalDate.parse("9999-12-31")));
        refused("PLANNED_SIZE", () -> plan.upTo(Money.of("1" + "0".repeat(40), "USD")));
        refused("PLANNED_SIZE", () -> plan.upToPercent(new BigDecimal("1e-19")));
        feedback.plan(plan.upTo(Money.of("9".repeat(20), "USD")));
        assertThat(feedback.planned().getFirst().days()).isEqualTo(plan.days());
        assertThat(feedback.planned().getFirst().upTo()).isEqualByComparingTo(Money.of("9".repeat(20), "USD"));
    }

    @Test
    void anEventOfAnyMagnitudeCanBeLabelled() {
        for (double value : new double[]{1e300, -1e25, Double.NaN, Double.MIN_VALUE, Double.POSITIVE_INFINITY}) {
            signals.clear();
            Instant at = MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC);
            signals.add(new Signal("a", Domain.USE, SeriesKey.of("workload", "shop/Deployment/api"), "cpu", "share",
                    AnomalyKind.SPIKE, at, at, at, false, value, 0, Severity.LOW, 0.9, false,
                    new Explanation("It rose.", List.of()), List.of()));
            feedback.label(List.of("a"), Label.USELESS, null);
            assertThat(of("a").heard()).as("%s", value).isFalse();
        }
    }

    @Test
    void whatBreaksHalfwayLeavesNeitherALabelNorAnEntry() {
        signal("a", MONDAY, Severity.LOW);
        signal("b", MONDAY.plusDays(1), Severity.LOW);
        // The second row can't be written.
        workspace.database().write(transaction -> transaction.execute("DROP TABLE anomaly_label"));
        workspace.database().write(transaction -> transaction.execute("CREATE TABLE anomaly_label (finding VARCHAR "
                + "PRIMARY KEY CHECK (finding <> 'b'), label VARCHAR, labelled TIMESTAMP, until DATE, domain VARCHAR, "
                + "slice VARCHAR, measure VARCHAR, family VARCHAR, starts DATE, days BIGINT, unit VARCHAR, "
                + "size DECIMAL(38,18))"));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> feedback.label(List.of("a", "b"), Label.REAL, null));
        assertThat(feedback.labels()).isEmpty();
        assertThat(workspace.ledger().entries()).isEmpty();
    }

    @Test
    void twoWritersAtATimeLoseNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            signal("s" + i, MONDAY.plusDays(i), Severity.LOW);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    feedback.label(List.of("s" + i), Label.REAL, null);
                }
            });
            Future<?> second = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    feedback.plan(PlannedActivity.everywhere("Plan " + i, new Days(MONDAY, MONDAY)));
                    feedback.budget(i + 1);
                }
            });
            first.get();
            second.get();
        }
        assertThat(feedback.labels()).hasSize(20);
        assertThat(feedback.planned()).extracting(PlannedActivity::id).hasSize(20).doesNotHaveDuplicates();
        assertThat(feedback.budget()).isEqualTo(20);
        assertThat(workspace.ledger().entries()).hasSize(60);
        assertThat(workspace.ledger().verify().intact()).isTrue();
    }

    @Test
    void labelsOfTheFirstSchemaStayAndReach() {
        Path old = folder.resolve("old");
        try (Workspace before = Workspace.openOrCreate(old, migrations(1), WorkspaceOptions.of("none"))) {
            before.database().write(transaction -> transaction.execute(
                    "INSERT INTO anomaly_label VALUES ('a', 'useless', ?)", Instant.EPOCH));
        }
        signal("a", MONDAY, Severity.LOW);
        signal("b", MONDAY.plusWeeks(1), Severity.LOW);
        try (Workspace now = Workspace.open(old, migrations(2), WorkspaceOptions.of("none"))) {
            Feedback kept = feedback(now);
            assertThat(kept.all(Progress.NONE, Cancellation.never())).extracting(Verdict::status)
                    .containsExactlyInAnyOrder(Status.LABELLED, Status.MUTED);
            kept.label(List.of("a"), Label.EXPECTED, null);
            assertThat(kept.labels().get("a").label()).isEqualTo(Label.EXPECTED);
        }
    }

    @Test
    void plannedActivitiesAreKeptListedAndTakenBack() {
        signal("a", MONDAY, Severity.LOW);
        PlannedActivity planned = feedback.plan(PlannedActivity.in(" Load test ", new Days(MONDAY, MONDAY.plusDays(1)),
                SeriesKey.of("workload", "api")).upTo(Money.of("12.345678901234567890", "USD")));
        assertThat(feedback.planned()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(planned.id());
            assertThat(each.what()).isEqualTo("Load test");
            assertThat(each.where()).isEqualTo(SeriesKey.of("workload", "api"));
            assertThat(each.upTo()).isEqualTo(planned.upTo());
            assertThat(each.upToShare()).isNull();
        });
        assertThat(of("a")).satisfies(each -> {
            assertThat(each.status()).isEqualTo(Status.PLANNED);
            assertThat(each.mutedBy()).isEqualTo(planned.id());
            assertThat(each.until()).isEqualTo(MONDAY.plusDays(1));
        });
        feedback.unplan(planned.id());
        assertThat(of("a").status()).isEqualTo(Status.OPEN);
        refused("PLANNED_UNKNOWN", () -> feedback.unplan(planned.id()));
        refused("PLANNED_SLICE", () -> feedback.plan(PlannedActivity.in("Typo",
                new Days(MONDAY, MONDAY), SeriesKey.of("ServicName", "EC2"))));
        assertThat(workspace.ledger().entries()).extracting(LedgerEntry::kind).containsExactly("planned-add",
                "planned-remove");
    }
}
