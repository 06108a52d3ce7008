package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.anomaly.explain.Inquiry;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What the user says, kept in a workspace. Its events come from a source that the test fills.
class FeedbackTest {
    private int asked;
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    private final List<Signal> signals = new ArrayList<>();
    private Workspace workspace;
    private Feedback feedback;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("case"), migrations(2), WorkspaceOptions.of("none"));
        feedback = feedback(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static List<Migration> migrations(int anomaly) {
        return Stream.of(Billing.migrations(), Quality.migrations(), Anomalies.migrations().subList(0, anomaly))
                .flatMap(List::stream).toList();
    }

    private Feedback feedback(Workspace of) {
        Billing billing = new Billing(of);
        Telemetry telemetry = new Telemetry(of);
        return new Anomalies(of, billing, new Quality(of),
                new Inquiry(billing, telemetry, new Workloads(of, billing, telemetry), new WorkspaceClone(of)),
                List.of((progress, cancellation) -> {
                    asked++;
                    return List.copyOf(signals);
                })).feedback();
    }

    private Signal signal(String id, LocalDate day, Severity severity) {
        Instant at = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        Signal signal = new Signal(id, Domain.USE, SeriesKey.of("workload", "shop/Deployment/api"), "cpu", "share",
                AnomalyKind.SPIKE, at, at, at, false, 0.9, 0.5, severity, 0.9, false,
                new Explanation("It rose.", List.of()), List.of());
        signals.add(signal);
        return signal;
    }

    private List<Verdict> all() {
        return feedback.all(Progress.NONE, Cancellation.never());
    }

    private Verdict of(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> ledger() {
        return workspace.ledger().entries().stream().map(LedgerEntry::payload).toList();
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(StepFailure.class).isThrownBy(work::run)
                .matches(each -> each.code().equals(code), code);
    }

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
    void whatWaitsOnTheBillAsksOtherDomainsOnlyWhereTheyShareABudget() {
        signal("a", MONDAY, Severity.HIGH);
        assertThat(feedback.waitingOnBill(Progress.NONE, Cancellation.never())).isEmpty();
        assertThat(asked).isZero();
        feedback.budget(1);
        assertThat(feedback.waitingOnBill(Progress.NONE, Cancellation.never())).isEmpty();
        assertThat(asked).isEqualTo(1);
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

    @Test
    void withoutABudgetAllIsHeardAndWithOneTheHeaviestAreAndTheRestIsKeptApart() {
        for (int week = 0; week < 12; week++) {
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(week % 5), Severity.LOW);
            signal("high" + week, MONDAY.plusWeeks(week).plusDays(6), Severity.HIGH);
        }
        assertThat(feedback.budget()).isNull();
        assertThat(all()).allMatch(Verdict::heard);
        feedback.budget(1);
        List<Verdict> later = all().stream().filter(each -> !each.anomaly().start().isBefore(MONDAY.plusWeeks(4)))
                .toList();
        assertThat(later).allMatch(each -> each.heard() == each.id().startsWith("high"));
        assertThat(later.stream().filter(each -> !each.heard())).hasSize(8)
                .allMatch(each -> each.status() == Status.BELOW && each.mutedBy().equals("budget"));
        refused("ALERT_BUDGET", () -> feedback.budget(0));
        feedback.budget(null);
        assertThat(all()).allMatch(Verdict::heard);
        assertThat(workspace.ledger().entries()).extracting(LedgerEntry::payload)
                .containsExactly("{\"perWeek\":\"1\"}", "{\"perWeek\":\"all\"}");
    }

    @Test
    void theReplaySaysWhatTheSettingWouldHaveFiredAndHowRightThatWas() {
        for (int week = 0; week < 12; week++) {
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(week % 5), Severity.LOW);
            signal("high" + week, MONDAY.plusWeeks(week).plusDays(6), Severity.HIGH);
        }
        feedback.label(List.of("high10", "high11"), Label.REAL, null);
        feedback.label(List.of("low11"), Label.USELESS, null);
        AlertReplay all = feedback.replay(Progress.NONE, Cancellation.never());
        assertThat(all.weeks()).isEqualTo(12);
        assertThat(all.current()).isEqualTo(new AlertSetting(null, 0, 24, 0, 0, 2,
                new Precision("all", 24, 2, 1, 0, 21)));
        feedback.budget(1);
        AlertReplay one = feedback.replay(Progress.NONE, Cancellation.never());
        // All of the first four weeks, the heavy one of each after that.
        assertThat(one.current().fired()).isEqualTo(16);
        assertThat(one.current().below()).isEqualTo(8);
        assertThat(one.current().precision()).isEqualTo(new Precision("all", 16, 2, 0, 0, 14));
        assertThat(one.current().overWeeks()).isEqualTo(4);
        assertThat(one.others()).extracting(AlertSetting::fired).isSorted();
        assertThat(one.others().getLast().budget()).isNull();
        assertThat(one.kinds()).singleElement().isEqualTo(new Precision("spike", 16, 2, 0, 0, 14));
        assertThat(one.domains()).singleElement().isEqualTo(new Precision("use", 16, 2, 0, 0, 14));
    }

    @Test
    void whatAnotherLabelMutesTakesNothingOfTheBudget() {
        for (int week = 0; week < 12; week++) {
            signal("batch" + week, MONDAY.plusWeeks(week), Severity.HIGH);
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(1 + week % 5), Severity.LOW);
        }
        feedback.budget(1);
        assertThat(of("low11").status()).isEqualTo(Status.BELOW);
        feedback.label(List.of("batch0"), Label.USELESS, null);
        assertThat(of("batch9").status()).isEqualTo(Status.MUTED);
        // The week of the labelled one had two, the ten after it one each.
        assertThat(of("low11").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anEmptyWorkspaceHasNothingToSay() {
        feedback.budget(5);
        assertThat(all()).isEmpty();
        assertThat(feedback.replay(Progress.NONE, Cancellation.never()).current().fired()).isZero();
        assertThat(Map.copyOf(feedback.labels())).isEmpty();
    }
}
