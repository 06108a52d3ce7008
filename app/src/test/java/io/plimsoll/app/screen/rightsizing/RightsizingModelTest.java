package io.plimsoll.app.screen.rightsizing;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class RightsizingModelTest {
    private final RightsizingModel model = new RightsizingModel(SampleWorkspace.context());

    @BeforeEach
    void ask() {
        model.refresh();
    }

    @Test
    void theLargestSavingIsSelectedWithItsUseAndSliders() {
        WorkloadAdvice first = model.selectedProperty().get();
        assertThat(SizeText.now(first)).isEqualTo("9 \u00d7 4 / 16Gi");
        assertThat(SizeText.proposed(first)).isEqualTo("3 \u00d7 2 / 8Gi");
        WorkloadModel.Use use = model.workload().useProperty().get();
        assertThat(use.cpu().measured().length()).isPositive();
        assertThat(use.memory().measured().length()).isPositive();
        assertThat(use.cpu().dealt()).isNotNull();
        ChartSpec chart = UseCharts.of(first, use.cpu());
        assertThat(chart.limits()).extracting(each -> each.at()).containsExactly(4.0, 2.0);
        assertThat(chart.shades().getFirst().from()).isEqualTo(use.cpu().measured().heldBack());
        assertThat(model.workload().slidersProperty().get().start().size()).isEqualTo(first.advice().proposed());
        assertThat(RightsizingView.manifestText(first))
                .isEqualTo("data-pipelines/vision/application.yaml:20, 21, 22 \u00b7 editable");
    }

    @Test
    void theTotalIsTheSumOfTheListedSavings() {
        model.whichProperty().set(RightsizingModel.Which.SAVES);
        BigDecimal sum = model.listedProperty().get().stream().map(each -> each.monthlySaving().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(model.total().orElseThrow().amount()).isEqualByComparingTo(sum);
        assertThat(model.listedProperty().get()).noneMatch(each -> each.refused() || each.keeps());
        model.whichProperty().set(RightsizingModel.Which.REFUSED);
        assertThat(model.listedProperty().get()).isNotEmpty().allMatch(WorkloadAdvice::refused);
        assertThat(model.total()).isEmpty();
    }

    @Test
    void searchLooksAtNamesAndNamespaces() {
        model.searchProperty().set("LANGUAGE/");
        assertThat(model.listedProperty().get()).extracting(each -> each.workload().key().namespace())
                .containsOnly("language");
        model.searchProperty().set("no such thing");
        assertThat(model.listedProperty().get()).isEmpty();
    }

    @Test
    void anotherStrategyKeepsTheSelection() {
        assertThat(model.select("language/caption-encoder")).isTrue();
        model.strategyProperty().set(Strategies.named("peak"));
        assertThat(model.selectedProperty().get().workload().title()).isEqualTo("caption-encoder");
        assertThat(model.selectedProperty().get().advice().strategy()).isEqualTo("peak");
    }

    @Test
    void aMachineHasAChartButNoSliders() {
        WorkloadAdvice machine = model.advicesProperty().get().stream().filter(each -> each.machine() != null)
                .findFirst()
                .orElseThrow();
        model.selectedProperty().set(machine);
        assertThat(model.workload().slidersProperty().get()).isNull();
        assertThat(UseCharts.of(machine, model.workload().useProperty().get().memory()).limits())
                .extracting(each -> each.label())
                .containsExactly("m6i.2xlarge", "m6a.large");
        assertThat(RiskPill.text(machine)).isEqualTo("fits");
    }

    @Test
    void anExplanationNamesTheMoneyTheRuleAndThePlaces() throws Exception {
        ProvenanceInfo info = RightsizingActions.info(model.selectedProperty().get());
        assertThat(info.formula()).contains("billed 2026-10-07 to 2026-10-29 \u00d7 730 h / 552 h")
                .contains("Replay: ").contains("To know:\n\u2022 The size before ");
        assertThat(info.rows()).isNotNull();
    }

    @Test
    void aGpuIsNeverPricedByItsCoresAndMemory() {
        WorkloadAdvice gpu = SampleWorkspace.shared().rightsizing()
                .advise(AdviceQuery.of("gpu-finetune"), Progress.NONE, Cancellation.never()).getFirst();
        assertThat(gpu.monthlyNow()).isNotNull();
        assertThat(RightsizingActions.saving(gpu, gpu.advice().current().withReplicas(1))).isNull();
    }

    @Test
    void whatIsAskedOfAllWorkloadsIsAskedOnceAndGivenUpWithTheAdvicesItBelongsTo() {
        Deque<Runnable> work = new ArrayDeque<>();
        try (Tasks tasks = new Tasks(work::add, Runnable::run)) {
            RightsizingModel asked = new RightsizingModel(SampleWorkspace.context(SampleWorkspace.shared(), tasks));
            asked.askLeague();
            asked.askFleet();
            asked.askLeague();
            asked.askFleet();
            assertThat(work).as("a second question while the first is under way").hasSize(2);
            asked.show(List.of());
            work.forEach(Runnable::run);
            assertThat(asked.leaguesProperty().get()).as("of advices that are gone").isEmpty();
            assertThat(asked.fleetsProperty().get()).isNull();
        }
    }
}
