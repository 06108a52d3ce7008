package io.plimsoll.app.screen.anomalies;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.Marker;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Phase;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;

import static org.assertj.core.api.Assertions.assertThat;

/// On the sample case, without a toolkit.
class AnomaliesModelTest {
    @TempDir
    static Path folder;

    private static Workbench workbench;

    @BeforeAll
    static void importSample() {
        workbench = SampleWorkspace.make(folder.resolve("sample.plimsoll"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void findingsComeByImpactAndTheFirstIsLookedAt() {
        AnomaliesModel model = model();
        assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
        assertThat(findings(model)).hasSizeGreaterThan(4).isSortedAccordingTo(
                (a, b) -> b.impact().amount().abs().compareTo(a.impact().amount().abs()));
        assertThat(model.selectedProperty().get()).isSameAs(model.listed().getFirst().anomaly());
        assertThat(model.badge().getValue().text()).isEqualTo(Integer.toString(model.listed().size()));
    }

    @Test
    void aKindNarrowsTheListAndSelectsNothingElse() {
        AnomaliesModel model = model();
        Anomaly before = model.selectedProperty().get();
        assertThat(model.kinds()).contains(Optional.empty(), Optional.of(AnomalyKind.DROP));
        model.kindProperty().set(Optional.of(AnomalyKind.DROP));
        assertThat(model.listed()).isNotEmpty().allMatch(each -> each.anomaly().kind() == AnomalyKind.DROP);
        assertThat(model.selectedProperty().get()).isSameAs(before);
    }

    @Test
    void aLabelTakesAFindingOffTheOpenListKeepsItInViewAndIsThereTheNextTime() {
        AnomaliesModel model = model();
        Finding spike = of(AnomalyKind.SPIKE);
        int open = model.openProperty().get();
        List<Integer> seenByTheList = new ArrayList<>();
        model.listed()
                .addListener((ListChangeListener<Verdict>) change -> seenByTheList.add(model.openProperty().get()));
        model.select(spike.id());
        new Judgement(context(Tasks.atOnce()), model).label(Label.USELESS, null);
        assertThat(findings(model)).doesNotContain(spike).hasSize(open - 1);
        assertThat(model.openProperty().get()).isEqualTo(open - 1);
        assertThat(seenByTheList).isNotEmpty().containsOnly(open - 1);
        assertThat(model.selectedProperty().get()).isEqualTo(spike);
        AnomaliesModel again = model();
        assertThat(again.find(spike.id()).orElseThrow().label()).isEqualTo(Label.USELESS);
        again.showProperty().set(Show.LABELLED);
        assertThat(findings(again)).containsExactly(spike);
        again.select(spike.id());
        new Judgement(context(Tasks.atOnce()), again).label(Label.REAL, null);
        assertThat(workbench.anomalies().labels()).containsEntry(spike.id(), Label.REAL);
    }

    @Test
    void theShiftIsBlamedOnTheBackfillWithItsFieldsAndMarkedInTheChart() {
        FindingModel finding = look(shift());
        CommitRow commit = finding.commits().chosenProperty().get();
        assertThat(commit).isNotNull();
        assertThat(commit.fact().subject()).isEqualTo("vision: raise executors for backfill");
        assertThat(commit.where()).startsWith("6 Oct 18:02 UTC \u00b7 data-pipelines/vision/application.yaml");
        assertThat(commit.fact().changes()).anySatisfy(change -> {
            assertThat(change.oldValue()).isEqualTo("3");
            assertThat(change.newValue()).isEqualTo("9");
        });
        assertThat(finding.band().spec("t").markers()).extracting(Marker::label).contains(commit.fact().shortId());
        assertThat(finding.remarkProperty().get()).startsWith("Second opinions").contains("vector", "HDBSCAN");
    }

    @Test
    void thePartsOfAFindingAndTheRestAreTheWholeDifference() {
        int explained = 0;
        for (Finding each : findings(model())) {
            FindingDetail detail = look(each).detailProperty().get();
            assertThat(detail).isNotNull();
            List<CauseRow> rows = CauseRow.combined(detail);
            Bridge bridge = detail.bridge().rounded(2);
            // As they are read, to the cent: what was expected is the estimate and gives way.
            assertThat(bridge.after().subtract(bridge.before())).isEqualTo(each.impact().rounded(2).amount());
            assertThat(bridge.before()).isCloseTo(each.expected().amount(), Offset.offset(new BigDecimal("0.011")));
            if (!rows.isEmpty()) {
                explained++;
                BigDecimal sum = rows.stream().filter(row -> !row.isHeading()).map(row -> row.excess().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).isEqualTo(each.impact().rounded(2).amount());
                assertThat(rows.stream().mapToInt(CauseRow::percent).sum()).isEqualTo(100);
                int found = rows.stream().filter(row -> row.cause() != null && row.percent() > 0)
                        .mapToInt(CauseRow::percent).sum();
                assertThat(CauseRow.hint(detail)).endsWith(Formats.percent(found / 100.0, 0));
            }
        }
        assertThat(explained).isPositive();
    }

    @Test
    void theRowsBehindAFindingAddUpToItsCost() throws Exception {
        AnomaliesModel model = model();
        Finding price = of(AnomalyKind.PRICE_CHANGE);
        FindingModel finding = look(price);
        AnomaliesActions actions = new AnomaliesActions(context(Tasks.atOnce()), model, finding,
                new Judgement(context(Tasks.atOnce()), model));
        ProvenanceInfo info = actions.info("t", "f", "USD", finding.detailProperty().get().rows());
        assertThat(info.sql()).containsIgnoringCase("select");
        Page<List<String>> page = info.rows().source().load(new PageRequest(0, 10_000, null), Cancellation.never());
        BigDecimal sum = page.rows().stream().map(row -> new BigDecimal(row.getLast()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(page.total()).isEqualTo(page.rows().size());
        assertThat(sum).isEqualByComparingTo(price.impact().plus(price.expected()).amount());
    }

    @Test
    void aCopyOfAPriceChangeStatesBothUnitPrices() {
        AnomaliesModel model = model();
        Finding price = of(AnomalyKind.PRICE_CHANGE);
        model.select(price.id());
        String text = new AnomaliesActions(context(Tasks.atOnce()), model, look(price),
                new Judgement(context(Tasks.atOnce()), model)).text();
        assertThat(text).contains("did not. The unit price rose from 0.045 to 0.059 USD / GB.");
    }

    @Test
    void aCopyTellsTheFindingItsCauseAndItsCommit() {
        AnomaliesModel model = model();
        model.select(shift().id());
        FindingModel finding = look(shift());
        String text = new AnomaliesActions(context(Tasks.atOnce()), model, finding,
                new Judgement(context(Tasks.atOnce()), model)).text();
        assertThat(text).startsWith(FindingText.headline(shift())).contains("raise executors for backfill",
                shift().id(),
                "from " + DateFormats.day(shift().start()));
    }

    @Test
    void lookingAtAnotherFindingDropsTheAnswerAboutTheOneBefore() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Tasks tasks = new Tasks(waiting::add, Runnable::run);
        FindingModel finding = new FindingModel(context(tasks));
        List<Finding> known = findings(model());
        finding.look(known.get(0));
        Runnable first = waiting.remove();
        finding.look(known.get(1));
        waiting.remove().run();
        first.run();
        assertThat(finding.detailProperty().get()).isNotNull()
                .satisfies(detail -> assertThat(detail.finding()).isEqualTo(known.get(1)));
    }

    @Test
    void whyAFindingCannotBeLookedIntoIsSaid() {
        Finding real = findings(model()).getFirst();
        Finding gone = new Finding("gone", real.key(), real.kind(), real.start(), real.peak(), real.end(), real.open(),
                real.impact(),
                real.expected(), real.severity(), real.confidence(), false, null, List.of(), real.explanation(),
                real.days());
        FindingModel finding = look(gone);
        assertThat(finding.detailProperty().get()).isNull();
        assertThat(finding.failureProperty().get()).isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("UNKNOWN_FINDING"));
    }

    @Test
    void anEmptyWorkspaceHasNothingToList() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            AnomaliesModel model = new AnomaliesModel(context(empty, Tasks.atOnce()));
            model.refresh();
            assertThat(model.phaseProperty().get()).isEqualTo(Phase.READY);
            assertThat(model.nothingFound()).isTrue();
            assertThat(model.selectedProperty().get()).isNull();
            assertThat(model.badge().getValue().text()).isEmpty();
        }
    }

    /// The bill tells what moved whether or not the clone is where it was.
    @Test
    void withoutItsCloneWhatMovedIsListedAndLookedInto() throws IOException {
        Path clone = workbench.repository().folder().orElseThrow();
        Path elsewhere = folder.resolve("moved away");
        Files.move(clone, elsewhere);
        try {
            AnomaliesModel model = model();
            assertThat(findings(model)).isNotEmpty();
            FindingModel finding = look(findings(model).getFirst());
            assertThat(finding.failureProperty().get()).isNull();
            assertThat(finding.detailProperty().get()).isNotNull()
                    .satisfies(detail -> assertThat(detail.commits()).isEmpty());
        } finally {
            Files.move(elsewhere, clone);
        }
    }

    private static List<Finding> findings(AnomaliesModel model) {
        return model.listed().stream().map(Verdict::anomaly).map(Finding.class::cast).toList();
    }

    private static Finding shift() {
        return of(AnomalyKind.LEVEL_SHIFT);
    }

    private static Finding of(AnomalyKind kind) {
        return workbench.anomalies().findings(Progress.NONE, Cancellation.never()).stream()
                .filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static FindingModel look(Finding finding) {
        FindingModel model = new FindingModel(context(Tasks.atOnce()));
        model.look(finding);
        return model;
    }

    private static AnomaliesModel model() {
        AnomaliesModel model = new AnomaliesModel(context(Tasks.atOnce()));
        model.refresh();
        return model;
    }

    private static ScreenContext context(Tasks tasks) {
        return context(workbench, tasks);
    }

    private static ScreenContext context(Workbench asked, Tasks tasks) {
        return new ScreenContext(asked, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)),
                ScreenContext.Frame.NONE);
    }
}
