package io.plimsoll.app.screen.rightsizing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.scenario.Scenario;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.ValueSlider;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

/// The screen as it is used, with the sample case.
class RightsizingViewTest extends FxTest {
    private ScreenContext context;
    private RightsizingView view;
    private Stage stage;

    @BeforeAll
    static void load() {
        SampleWorkspace.shared();
    }

    @BeforeEach
    void open() {
        context = SampleWorkspace.context();
        view = fx(() -> new RightsizingView(context));
        stage = show(view, 1000, 900);
        await("the sliders", () -> view.lookup("#slider-cpuRequest") != null);
    }

    @AfterEach
    void close() {
        fx(stage::close);
    }

    private ValueSlider slider(String name) {
        return (ValueSlider) view.lookup("#slider-" + name);
    }

    private void move(String name, double value) {
        fx(() -> slider(name).valueProperty().set(value));
    }

    private double at(String name) {
        return fx(() -> slider(name).valueProperty().get());
    }

    private String text(String id) {
        return fx(() -> ((Label) view.lookup("#" + id)).getText());
    }

    private void press(String id, Object choice) {
        fx(() -> ((Parent) view.lookup("#" + id)).lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(each -> each.getUserData() == choice).forEach(ToggleButton::fire));
    }

    @Test
    void cpuAndMemoryStandSideBySideAndFollowTheSliders() {
        ChartView cpu = fx(() -> (ChartView) view.lookup("#rightsizing-cpu"));
        assertThat(cpu.spec().series()).isNotEmpty();
        assertThat(fx(() -> ((ChartView) view.lookup("#rightsizing-memory")).spec().series())).isNotEmpty();
        await("both have room", () -> cpu.getWidth() > 200);
        Node line = fx(
                () -> cpu.lookupAll(".pl-chart-sign").stream().filter(Node::isVisible).findFirst().orElseThrow());
        double before = fx(() -> line.getBoundsInParent().getCenterY());
        move("cpuRequest", 1);
        await("the line has gone down", () -> line.getBoundsInParent().getCenterY() > before + 5);
    }

    @Test
    void percentileAndRequestMoveEachOther() {
        double request = at("cpuRequest");
        move("percentile", 60);
        double lower = at("cpuRequest");
        assertThat(lower).isLessThan(request);
        assertThat(text("answer-above")).isNotEqualTo("0.0 %");
        assertThat(at("percentile")).isEqualTo(60);
        move("cpuRequest", request);
        assertThat(at("percentile")).isGreaterThan(99);
    }

    @Test
    void aPointOfTheFrontierMovesTheSlidersToItsSize() {
        press("rightsizing-shown", UseCard.Shown.FRONTIER);
        ChartView frontier = fx(() -> (ChartView) view.lookup("#rightsizing-frontier"));
        await("the frontier", () -> frontier.getScene() != null && frontier.spec().markers().size() > 10);
        move("cpuRequest", 3.5);
        assertThat(frontier.spec().markers()).extracting(each -> each.reading())
                .anyMatch(each -> each.startsWith("VPA target: "));
        fx(() -> Event.fireEvent(frontier, key(KeyCode.RIGHT)));
        fx(() -> Event.fireEvent(frontier, key(KeyCode.ENTER)));
        assertThat(at("cpuRequest")).isNotEqualTo(3.5);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void nodesSavingsAndTheAbsenceOfLatencyAreAnswered() {
        assertThat(text("answer-nodes")).matches("[0-9]+");
        assertThat(text("answer-list")).startsWith("$");
        assertThat(text("answer-cash")).contains("$");
        assertThat(text("answer-latency-range")).isEqualTo("no data");
        String cost = text("answer-cost");
        move("spot", 1);
        assertThat(text("answer-cost")).isNotEqualTo(cost);
    }

    @Test
    void theLeagueOfAllWorkloadsHasARowForEveryStrategy() {
        press("rightsizing-scope", ComparedCard.Scope.FLEET);
        await("the league", () -> view.lookup("#rightsizing-league") != null
                && ((TableView<?>) view.lookup("#rightsizing-league")).getItems().size() == Strategies.all().size()
                        + 2);
    }

    @Test
    void aMachineShowsTheTypesThatItCouldBe() {
        fx(() -> context.show("rightsizing", "annotation-vm"));
        await("its types", () -> view.lookup("#rightsizing-types") != null);
        assertThat(fx(() -> ((TableView<?>) view.lookup("#rightsizing-types")).getItems().size())).isGreaterThan(3);
        assertThat(text("answer-type")).isEqualTo("m6a.large");
    }

    @Test
    void theListIsFilteredByCode() {
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        fx(model::refresh);
        Map<Refusal, Long> codes = fx(model::codes);
        assertThat(codes).containsKey(Refusal.GPU_BOUND);
        fx(() -> model.codeProperty().set(Refusal.GPU_BOUND));
        assertThat(model.listedProperty().get()).hasSize(codes.get(Refusal.GPU_BOUND).intValue())
                .extracting(each -> each.workload().title()).contains("gpu-finetune");
    }

    @Test
    void theChartKeepsTodaysCostlySizeFromSqueezingTheOthers() {
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        fx(model::refresh);
        FrontierChart chart = FrontierChart.of(model.workload().tradeOffProperty().get());
        assertThat(chart.sizes()).hasSameSizeAs(chart.spec().markers());
        double now = FrontierChart.money(model.workload().tradeOffProperty().get().frontier().marks().stream()
                .filter(each -> each.kind() == FrontierMark.Kind.NOW).findFirst().orElseThrow().point());
        assertThat(now).isGreaterThan(1000);
    }

    @Test
    void whatTheSlidersSayGoesIntoAScenario(@TempDir Path folder) {
        try (Workbench workbench = SampleWorkspace.make(folder.resolve("w.plimsoll"))) {
            ScreenContext own = SampleWorkspace.context(workbench);
            RightsizingModel model = fx(() -> new RightsizingModel(own));
            fx(model::refresh);
            WorkloadAdvice advice = model.selectedProperty().get();
            WhatIfInput wanted = model.workload().slidersProperty().get().start().onSpot(0.5);
            fx(() -> new ScenarioMenu(own).add("Winter", true, advice, wanted));
            List<Scenario> all = workbench.scenarios().all();
            assertThat(all).singleElement().satisfies(each -> {
                assertThat(each.name()).isEqualTo("Winter");
                assertThat(each.steps().getFirst().workload()).isEqualTo(advice.workload().key().toString());
                assertThat(each.steps().getFirst().wanted()).isEqualTo(wanted);
            });
        }
    }
}
