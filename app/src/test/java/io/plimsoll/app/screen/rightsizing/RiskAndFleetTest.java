package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.FleetFrontier;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class RiskAndFleetTest extends FxTest {
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

    @Test
    void riskIsAskedInPerCentAndTheUsualOneIsTheStrategysOwn() {
        assertThat(StatedRisks.USUAL.text()).isEqualTo("≤ 0.5 %, ≤ 0.05 kills");
        assertThat(StatedRisks.of(StatedRisks.USUAL.entered())).isEqualTo(StatedRisks.USUAL);
        StatedRisks stated = StatedRisks.of(StatedRisks.USUAL.entered().with("risk", "7"));
        assertThat(stated.share()).isEqualTo(OptionalDouble.of(0.07));
        assertThat(stated.text()).isEqualTo("≤ 7 %, ≤ 0.05 kills");
        assertThat(stated.query("replay", null).risk()).isEqualTo(OptionalDouble.of(0.07));
    }

    @Test
    void aLowerStatedRiskNeverProposesLess() {
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        fx(model::refresh);
        List<WorkloadAdvice> usual = model.advicesProperty().get();
        fx(() -> model.risksProperty().set(new StatedRisks(OptionalDouble.of(0.00005), OptionalDouble.of(0.001))));
        List<WorkloadAdvice> careful = model.advicesProperty().get();
        assertThat(memory(careful)).isGreaterThan(memory(usual));
    }

    private static double memory(List<WorkloadAdvice> advices) {
        return advices.stream().flatMap(each -> each.advice() == null
                ? Stream.<Long>empty()
                : Stream.of(each.advice().strategies().stream()
                        .filter(one -> one.name().equals("replay")).findFirst().orElseThrow().size().memoryRequest()))
                .mapToDouble(Long::doubleValue).sum();
    }

    @Test
    void theChipOpensAFormThatTakesNothingOutOfBounds() {
        fx(() -> view.lookup("#rightsizing-risks").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        await("the form", () -> inPop("#parameter-risk") instanceof TextField);
        fx(() -> ((TextField) inPop("#parameter-risk")).setText("50"));
        assertThat(fx(() -> ((Button) inPop("#form-apply")).isDisabled())).isTrue();
        fx(() -> ((TextField) inPop("#parameter-risk")).setText("2"));
        fx(() -> ((Button) inPop("#form-apply")).fire());
        await("the chip says so", () -> view.lookup("#rightsizing-risks").getAccessibleText().contains("≤ 2 %"));
    }

    @Test
    void theChipIsGoneForStrategiesThatHeedNoRisk() {
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        RisksChip chip = fx(() -> new RisksChip(model));
        assertThat(chip.chip().isVisible()).isTrue();
        fx(() -> model.strategyProperty().set(Strategies.named("vpa")));
        assertThat(chip.chip().isVisible()).isFalse();
    }

    @Test
    void theFrontierOfAllWorkloadsGoesFromTheSafestToTheCheapestAndSelectsWhatIsClicked() {
        fx(() -> ((Parent) view.lookup("#rightsizing-shown")).lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast).filter(each -> each.getUserData() == UseCard.Shown.FLEET)
                .forEach(ToggleButton::fire));
        await("the chart", () -> view.lookup("#rightsizing-fleet") instanceof ChartView chart
                && !chart.spec().markers().isEmpty());
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        fx(model::refresh);
        fx(model::askFleet);
        FleetFrontier fleet = model.fleetsProperty().get().getFirst();
        FleetChart chart = FleetChart.of(fleet);
        double[] cost = chart.spec().series().getFirst().y();
        assertThat(cost).hasSizeBetween(3, fleet.steps().size() + 1)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(chart.workloads()).hasSameSizeAs(chart.spec().markers());
        assertThat(chart.workloads().stream().flatMap(Optional::stream)).hasSize(cost.length - 1);
        assertThat(chart.spec().markers()).extracting(each -> each.label()).contains("proposed", "safest");
    }

    @Test
    void tomorrowIsAnsweredOnlyWhenItIsAsked() {
        fx(() -> ((Button) view.lookup("#rightsizing-tomorrow")).fire());
        await("the answer", () -> Window.getWindows().stream().anyMatch(window -> window != stage
                && window.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof Labeled text
                                && text.getText().contains("exceeded tomorrow: CPU"))));
    }

    @Test
    void tomorrowNamesTheChancesTheReasonsAndHowFarTheyAreBelieved() {
        RightsizingModel model = fx(() -> new RightsizingModel(context));
        fx(model::refresh);
        WorkloadAdvice advice = model.selectedProperty().get();
        Tomorrow tomorrow = Tomorrow.ask(context.workbench().rightsizing().outlook(), advice,
                advice.advice().proposed(),
                Progress.NONE, Cancellation.never());
        String words = tomorrow.info("x").formula();
        assertThat(words).contains("CPU exceeded tomorrow: ").contains("Memory exceeded tomorrow: ");
        tomorrow.forecasts().forEach(each -> {
            assertThat(words).contains(each.sentence());
            assertThat(words).contains(each.learned() ? ", learned" : "by the plain rule");
        });
        tomorrow.standings().forEach(each -> assertThat(words).contains(each.sentence()));
    }

    private static Node inPop(String id) {
        return Window.getWindows().stream().map(each -> each.getScene().getRoot().lookup(id))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
