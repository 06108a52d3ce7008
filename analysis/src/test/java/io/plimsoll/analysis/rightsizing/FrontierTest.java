package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// Money against risk on the sample case.
class FrontierTest {
    private static final String FEATURES = "multimodal-feature-extraction";
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static FleetFrontier fleet;

    @BeforeAll
    static void load() throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
        fleet = workbench.rightsizing().tradeOffs().fleet(AdviceQuery.all(), Progress.NONE, Cancellation.never())
                .getFirst();
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static Frontier of(String workload) {
        return workbench.rightsizing().tradeOffs().frontier(AdviceQuery.of(workload), Cancellation.never());
    }

    @Test
    void eachPointIsCheaperAndRiskierThanTheOneBefore() {
        List<FrontierPoint> points = of(FEATURES).points();

        assertThat(points).hasSizeGreaterThan(3);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).monthlyCost()).isLessThan(points.get(i - 1).monthlyCost());
            assertThat(points.get(i).troubledHours()).isGreaterThan(points.get(i - 1).troubledHours());
        }
    }

    @Test
    void noMarkedSizeOfItsFormIsBothCheaperAndSafer() {
        Frontier frontier = of(FEATURES);
        FrontierPoint proposed = frontier.marks().get(1).point();

        assertThat(frontier.marks().getFirst().kind()).isEqualTo(FrontierMark.Kind.NOW);
        assertThat(frontier.marks()).hasSize(2 + Strategies.all().size() - 1);
        assertThat(frontier.cheapest(proposed.troubledHours()).orElseThrow().monthlyCost())
                .isLessThanOrEqualTo(proposed.monthlyCost());
    }

    @Test
    void theSlidersPlaceAgreesWithTheMark() {
        Frontier frontier = of(FEATURES);
        FrontierPoint now = frontier.marks().getFirst().point();

        assertThat(frontier.at(WhatIfInput.of(now.size()))).isEqualTo(now);
        WhatIfInput grown = new WhatIfInput(now.size().cpuRequest(), now.size().cpuLimit(), now.size().memoryRequest(),
                now.size().memoryLimit(), now.size().replicas(), 30);
        assertThat(frontier.at(grown).troubledHours()).isGreaterThan(now.troubledHours());
    }

    @Test
    void replicasMoveOnlyWhereTheLoadIsShared() {
        assertThat(of(FEATURES).points()).extracting(each -> each.size().replicas()).anyMatch(count -> count < 9);
        assertThat(of("ocr-workers").points()).extracting(each -> each.size().replicas()).containsOnly(8);
    }

    @Test
    void aMachineHasNoFrontier() {
        assertThatThrownBy(() -> of("annotation-vm")).isInstanceOf(StepFailure.class).hasMessageContaining("machine");
    }

    @Test
    void eachStepOfTheFleetSavesLessAnHourThanTheOneBefore() {
        double before = Double.POSITIVE_INFINITY;
        for (FleetStep step : fleet.steps()) {
            double rate = step.saving().amount().doubleValue() / step.addedHours();
            assertThat(rate).isLessThanOrEqualTo(before * (1 + 1e-9));
            before = rate;
        }
        assertThat(fleet.steps()).isNotEmpty();
    }

    @Test
    void aPlanKeepsToItsBudgetAndIsWhatItsPartsSumUpTo() {
        double budget = fleet.safest().troubledHours() + 20;
        FleetPlan plan = fleet.within(budget);

        assertThat(plan.troubledHours()).isLessThanOrEqualTo(budget + 1e-6);
        assertThat(plan.monthlyCost().amount()).isEqualByComparingTo(plan.workloads().stream()
                .map(each -> each.then().monthlyCost().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
        FleetStep last = fleet.steps().stream().filter(each -> each.troubledHours() <= budget)
                .reduce((first, second) -> second).orElseThrow();
        assertThat(plan.monthlyCost()).isEqualByComparingTo(last.monthlyCost());
        assertThat(plan.troubledHours()).isCloseTo(last.troubledHours(), within(1e-6));
    }

    @Test
    void noOtherChoiceOfSizesIsCheaperAtTheSameRisk() {
        Size one = Size.unset(1);
        FleetFrontier two = FleetFrontier.of("EUR",
                List.of(entry("a", one, 0, 10, 1, 6, 2, 4), entry("b", one, 0, 20, 3, 5)));

        assertThat(two.steps()).extracting(each -> each.saving().plain()).containsExactly("15", "4", "2");
        assertThat(two.within(0).monthlyCost().plain()).isEqualTo("30");
        assertThat(two.within(3.5).monthlyCost().plain()).isEqualTo("15");
        assertThat(two.within(4).monthlyCost().plain()).isEqualTo("11");
        assertThat(two.within(99).monthlyCost().plain()).isEqualTo("9");
    }

    @Test
    void cornersThatBuyLessThanTheNextAreLeftOut() {
        assertThat(FleetFrontier.hull(points(Size.unset(1), 0, 10, 1, 9, 2, 2)))
                .extracting(FrontierPoint::troubledHours).containsExactly(0.0, 2.0);
    }

    @Test
    void aRefusedChangeStaysAsItIsInEveryPlan() {
        FleetPlan cheapest = fleet.within(Double.POSITIVE_INFINITY);

        assertThat(cheapest.workloads().stream().filter(each -> each.workload().name().equals("gpu-finetune")))
                .hasSize(1).noneMatch(FleetChange::changes);
    }

    private static FleetFrontier.Entry entry(String name, Size size, double... hoursAndCosts) {
        List<FrontierPoint> points = points(size, hoursAndCosts);
        return new FleetFrontier.Entry(
                new io.plimsoll.analysis.workload.WorkloadKey("", "n", "Deployment", name, "app"),
                points.getFirst(), points.getFirst(), FleetFrontier.hull(points));
    }

    private static List<FrontierPoint> points(Size size, double... hoursAndCosts) {
        return java.util.stream.IntStream.range(0, hoursAndCosts.length / 2)
                .mapToObj(i -> new FrontierPoint(size, new Money(BigDecimal.valueOf(hoursAndCosts[2 * i + 1]), "EUR"),
                        new ReplayResult(0, 0, 0, 0, 0, 0, 0, 0, 0), hoursAndCosts[2 * i]))
                .toList();
    }
}
