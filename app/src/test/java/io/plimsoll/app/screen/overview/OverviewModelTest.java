package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.SignalWorkspace;
import io.plimsoll.app.control.CostMetric;
import io.plimsoll.app.control.Filter.Compare;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesModel;
import io.plimsoll.app.theme.Tone;

import static org.assertj.core.api.Assertions.assertThat;

class OverviewModelTest {
    private static final Days ALL = new Days(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-10-31"));

    private static OverviewFigures figures(ScreenContext context) {
        OverviewModel model = new OverviewModel(context);
        boolean[] told = {false};
        model.refresh(() -> told[0] = true);
        assertThat(told[0]).isTrue();
        return model.figuresProperty().get();
    }

    @Test
    void theWholeBillIsTheControlTotalOfTheSampleCase() {
        ScreenContext context = SampleWorkspace.context();
        context.filterProperty().set(context.filter().withPeriod(ALL, Compare.NONE));
        OverviewFigures figures = figures(context);
        assertThat(figures.cost().total()).isEqualByComparingTo("60164.036052034");
        assertThat(figures.second().total()).isEqualByComparingTo("63400.148052034");
        assertThat(figures.moved()).isNull();
        context.filterProperty().set(context.filter().withMetric(CostMetric.BILLED));
        assertThat(figures(context).cost().total()).isEqualByComparingTo("63400.148052034");
    }

    @Test
    void movementsAddUpToTheMovementOfTheTotal() {
        OverviewFigures figures = figures(SampleWorkspace.context());
        Movement moved = figures.moved();
        assertThat(moved).isNotNull();
        BigDecimal sum = moved.lines().stream().map(Movement.Line::change).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(moved.total());
        BigDecimal shown = moved.largest(6).stream().map(Movement.Line::change).reduce(moved.others(6),
                BigDecimal::add);
        assertThat(shown).isEqualByComparingTo(moved.total());
        assertThat(moved.largest(6).getFirst().value()).isEqualTo("Amazon Elastic Compute Cloud");
    }

    @Test
    void whatOtherAreasDoNotKnowIsNotMadeUp(@TempDir Path folder) {
        OverviewModel model = new OverviewModel(SampleWorkspace.context());
        assertThat(model.headlines()).hasSameSizeAs(Headlines.all()).allMatch(Optional::isEmpty);
        model.refresh(() -> {});
        assertThat(model.headlines()).noneMatch(Optional::isEmpty);
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            assertThat(new AnomaliesHeadline().read(empty, SampleWorkspace.filter(empty), Cancellation.never()))
                    .as("without a bill nothing is usual or unusual").isEmpty();
            for (Headlines.Headline headline : Headlines.all()) {
                Optional<HeadlineSource.Reading> reading = headline.source().read(empty, SampleWorkspace.filter(empty),
                        Cancellation.never());
                assertThat(reading.map(HeadlineSource.Reading::value).orElse("0")).as(headline.key()).isEqualTo("0");
            }
        }
    }

    /// Two counts of one thing on one screen are one too many.
    @Test
    void theTilesCountWhatTheScreensBehindThemList() {
        ScreenContext context = SampleWorkspace.context();
        Workbench workbench = context.workbench();
        AnomaliesModel listed = new AnomaliesModel(context);
        listed.refresh();
        List<Anomaly> waiting = workbench.anomalies().feedback().waiting(Progress.NONE, Cancellation.never());
        HeadlineSource.Reading anomalies = new AnomaliesHeadline().read(workbench, context.filter(),
                Cancellation.never()).orElseThrow();
        assertThat(anomalies.value()).isEqualTo(Integer.toString(waiting.size()))
                .isEqualTo(Integer.toString(listed.openProperty().get()))
                .isEqualTo(listed.badge().getValue().text());
        assertThat(anomalies.note()).contains("going on");
        int blind = workbench.workloadMap(Cancellation.never()).coverage().machines().getFirst().blind().size();
        assertThat(new MatchedHeadline().read(workbench, context.filter(), Cancellation.never()).orElseThrow().note())
                .startsWith(blind + " machine");
    }

    @Test
    void anEventOfTelemetryIsCountedByTileBadgeAndListAlike(@TempDir Path folder) {
        try (Workbench workbench = SignalWorkspace.make(folder)) {
            ScreenContext context = SampleWorkspace.context(workbench);
            AnomaliesModel listed = new AnomaliesModel(context);
            listed.refresh();
            assertThat(workbench.anomalies().feedback().waiting(Progress.NONE, Cancellation.never())).singleElement()
                    .isInstanceOf(Signal.class);
            HeadlineSource.Reading tile = new AnomaliesHeadline().read(workbench, context.filter(),
                    Cancellation.never()).orElseThrow();
            assertThat(tile.value()).isEqualTo("1").isEqualTo(listed.badge().getValue().text());
            assertThat(tile.note()).isEqualTo("1 going on");
            assertThat(listed.openProperty().get()).isEqualTo(1);
        }
    }

    @Test
    void theSampleCaseCanBeTrusted() {
        OverviewFigures figures = figures(SampleWorkspace.context());
        assertThat(figures.trust()).extracting(Trust.Line::finding).contains("equal", "none");
        assertThat(figures.trust()).extracting(Trust.Line::tone).doesNotContain(Tone.BAD);
        assertThat(figures.trust()).allSatisfy(line -> assertThat(line.formula()).isNotBlank());
    }

    @Test
    void aFigureLeadsToItsChargesAndFiles() throws Exception {
        ScreenContext context = SampleWorkspace.context();
        OverviewFigures figures = figures(context);
        ProvenanceInfo info = new OverviewActions(context).cost(figures, figures.cost());
        assertThat(info.sql()).contains("EffectiveCost");
        assertThat(info.files()).hasSize(4);
        assertThat(info.rows()).isNotNull();
        var page = info.rows().source().load(new PageRequest(0, 5, null), Cancellation.never());
        assertThat(page.rows()).hasSize(5);
        assertThat(page.total()).isGreaterThan(1500).isLessThan(1700);
        assertThat(page.rows().getFirst()).hasSameSizeAs(info.rows().columns());
    }

    @Test
    void anEmptyWorkspaceHasNoFigures(@TempDir Path folder) {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            assertThat(figures(SampleWorkspace.context(empty))).isNull();
        }
    }
}
