package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;

/// One service that three teams use; nothing but their tag tells them apart. With its tags in the cube the event stands in a team's slice, without them in the service's.
class LabelsAcrossCubesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 6);
    private static final String TEAM = "tag:team";

    @TempDir
    Path folder;
    private Workbench workbench;
    private Feedback feedback;

    @BeforeEach
    void open() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        feedback = workbench.anomalies().feedback();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private static MadeFocus bill(MadeFocus.Daily vision, MadeFocus.Daily text) {
        return new MadeFocus().tagged("team", "vision").usage("Batch", "", "", vision).tagged("team", "text")
                .usage("Batch", "", "", text).tagged("team", "quiet").usage("Batch", "", "", day -> 100);
    }

    private static MadeFocus.Daily from(LocalDate day, double cost) {
        return each -> each.isBefore(day) ? 100 : cost;
    }

    private void load(MadeFocus bill) throws IOException {
        workbench.billing().importFiles(ImportRequest.of(bill.write(folder.resolve("bill.csv"))), Progress.NONE,
                Cancellation.never());
    }

    private void cube(String... dimensions) {
        workbench.billing().chooseCube(List.of(dimensions), Progress.NONE, Cancellation.never());
    }

    private List<Verdict> verdicts() {
        return feedback.all(Progress.NONE, Cancellation.never()).stream()
                .filter(each -> each.anomaly() instanceof Finding).toList();
    }

    private Verdict of(String team) {
        return verdicts().stream()
                .filter(each -> team.equals(each.anomaly().key().dimensions().getOrDefault(TEAM, ""))).findFirst()
                .orElseThrow(() -> new AssertionError(verdicts()));
    }

    private LabelPlace place() {
        return feedback.places(Progress.NONE, Cancellation.never()).getFirst();
    }

    @Test
    void aLabelGoesAlongToTheLargerSliceWhereNothingElseMovedAndComesBack() throws IOException {
        load(bill(from(DAY, 190), day -> 100));
        cube(TEAM);
        String id = of("vision").id();
        feedback.label(List.of(id), Label.EXPECTED, null);
        cube("RegionName");
        assertThat(of("")).satisfies(each -> {
            assertThat(each.id()).isNotEqualTo(id);
            assertThat(each.status()).isEqualTo(Status.LABELLED);
            assertThat(each.heard()).isFalse();
            assertThat(each.mutedBy()).isEqualTo(id);
            assertThat(each.why()).isEqualTo("You called it expected when it was " + id + ".");
            assertThat(place().event()).isEqualTo(each.id());
        });
        cube(TEAM);
        assertThat(of("vision").why()).isEqualTo("You called it expected.");
        assertThat(place().event()).isEqualTo(id);
    }

    @Test
    void aLabelMutesNoLargerSliceInWhichSomethingElseMovedTooButWaitsAndSaysWhy() throws IOException {
        load(bill(from(DAY, 190), from(DAY, 134)));
        cube(TEAM);
        String id = of("vision").id();
        feedback.label(List.of(id), Label.USELESS, null);
        cube("RegionName");
        assertThat(of("").heard()).isTrue();
        assertThat(place().event()).isNull();
        assertThat(place().why())
                .isEqualTo("The bill is not cut by tag:team now, and no event moved nothing but it.");
        cube(TEAM);
        assertThat(of("vision").heard()).isFalse();
        assertThat(of("text").heard()).isTrue();
    }

    @Test
    void whatTheUserSaidOfALargerSliceHoldsForThePartsThatItComesApartInto() throws IOException {
        load(bill(from(DAY, 190), from(DAY, 134)));
        cube("RegionName");
        String id = of("").id();
        feedback.label(List.of(id), Label.REAL, null);
        cube(TEAM);
        assertThat(of("vision").label()).isEqualTo(Label.REAL);
        assertThat(of("text").why()).isEqualTo("Part of " + id + ", which you called real.");
        // Told once, so judged once: a label never counts twice for the precision.
        assertThat(feedback.replay(Progress.NONE, Cancellation.never()).current().precision().real()).isEqualTo(1);
        feedback.unlabel(List.of(of("vision").id()));
        assertThat(feedback.labels()).isEmpty();
    }

    @Test
    void laterEventsOfANamedSliceAreStillRecognisedWhereItIsNotWatched() throws IOException {
        LocalDate later = DAY.plusWeeks(2);
        load(bill(day -> day.equals(DAY) || day.equals(later) ? 260 : 100,
                day -> day.equals(later.plusWeeks(1)) ? 260 : 100));
        cube(TEAM);
        String first = verdicts().stream().filter(each -> each.anomaly().start().equals(DAY)).findFirst().orElseThrow()
                .id();
        feedback.label(List.of(first), Label.USELESS, null);
        cube("RegionName");
        assertThat(verdicts()).extracting(each -> each.anomaly().start() + " " + each.status())
                .containsExactlyInAnyOrder(
                        DAY + " LABELLED", later + " MUTED", later.plusWeeks(1) + " OPEN");
    }

    @Test
    void aPlanCoversWhatLiesWhollyInItsSliceThoughThatIsNotWatched() throws IOException {
        load(bill(from(DAY, 190), day -> 100));
        cube(TEAM);
        PlannedActivity plan = feedback.plan(PlannedActivity.in("Training", new Days(DAY, MadeFocus.LAST),
                SeriesKey.of(TEAM, "vision")));
        PlannedActivity other = feedback.plan(PlannedActivity.in("Reading", new Days(DAY, MadeFocus.LAST),
                SeriesKey.of(TEAM, "text")));
        assertThat(of("vision").mutedBy()).isEqualTo(plan.id());
        assertThat(feedback.narrowed(plan)).isEmpty();
        cube("RegionName");
        assertThat(of("").mutedBy()).isEqualTo(plan.id());
        assertThat(feedback.narrowed(other)).hasValueSatisfying(
                each -> assertThat(each).startsWith("The bill is not cut by tag:team now"));
        feedback.unplan(plan.id());
        assertThat(of("").heard()).isTrue();
    }

    @Test
    @Tag("slow")
    void aLabelStaysWithItsEventWhenTheBillIsLoadedAgainWithOtherDaysAndWaitsWhileItIsGone() throws IOException {
        load(bill(from(DAY, 190), day -> 100));
        cube(TEAM);
        String id = of("vision").id();
        feedback.label(List.of(id), Label.EXPECTED, null);
        load(bill(from(DAY.minusDays(1), 185), day -> 100));
        assertThat(of("vision").id()).isNotEqualTo(id);
        assertThat(of("vision").status()).isEqualTo(Status.LABELLED);
        load(bill(day -> 100, day -> 100));
        assertThat(place().why()).isEqualTo("Its slice shows no such event on its days any more.");
        load(new MadeFocus().tagged("team", "text").usage("Batch", "", "", day -> 100));
        assertThat(place().why()).isEqualTo("No charge of its slice is loaded on its days.");
        load(bill(from(DAY, 190), day -> 100));
        assertThat(of("vision").id()).isEqualTo(id);
        assertThat(of("vision").heard()).isFalse();
    }

    @Test
    void aLabelFollowsANameThatChanged() throws IOException {
        LocalDate renamed = DAY.plusDays(10);
        LocalDate later = DAY.plusWeeks(5);
        MadeFocus bill = bill(day -> !day.isBefore(renamed) ? 0 : day.equals(DAY) ? 260 : 100, day -> 100)
                .tagged("team", "sight")
                .usage("Batch", "", "", day -> day.isBefore(renamed) ? 0 : day.equals(later) ? 260 : 100);
        load(bill);
        cube(TEAM);
        assertThat(workbench.anomalies().renames(Progress.NONE, Cancellation.never())).isNotEmpty();
        feedback.label(List.of(of("vision").id()), Label.USELESS, null);
        assertThat(of("sight").status()).isEqualTo(Status.MUTED);
    }
}
