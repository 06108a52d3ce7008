package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.UnitPrice;
import io.plimsoll.analysis.anomaly.around.Driver;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.unit.TablePage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/// What is said of each event of the [ExplainedBill].
class ExplainedBillsTest {
    private static final LocalDate FIRST = ExplainedBill.FIRST;
    private static final LocalDate LAST = ExplainedBill.LAST;
    private static final LocalDate SHIFT = ExplainedBill.SHIFT;
    private static final LocalDate SHIFT_ENDS = ExplainedBill.SHIFT_ENDS;

    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static final List<FindingDetail> DETAILS = new ArrayList<>();

    @BeforeAll
    static void load() {
        workbench = ExplainedBill.load(folder);
        for (Finding each : workbench.anomalies().findings(Progress.NONE, Cancellation.never())) {
            DETAILS.add(workbench.anomalies().explain(each.id(), Progress.NONE, Cancellation.never()));
        }
    }

    @AfterAll
    static void close() {
        workbench.close();
        DETAILS.clear();
    }

    private static FindingDetail of(String name) {
        return DETAILS.stream().filter(each -> (each.finding().key().text() + each.finding().covers()).contains(name))
                .findFirst().orElseThrow(() -> new AssertionError("No finding of " + name));
    }

    private static Counterfactual held(FindingDetail detail, Counterfactual.Held held) {
        return detail.account().counterfactuals().stream().filter(each -> each.held() == held).findFirst()
                .orElseThrow();
    }

    private static BigDecimal cost(Counterfactual counterfactual) {
        return Objects.requireNonNull(counterfactual.cost()).amount();
    }

    @Test
    void statementsGiveTheCostOfEveryFindingToTheLastDigit() {
        assertThat(DETAILS).hasSizeGreaterThanOrEqualTo(6);
        for (FindingDetail each : DETAILS) {
            TablePage answer = workbench.billing().questions().ask(each.account().sql().days(), null, null,
                    Cancellation.never());
            BigDecimal sum = answer.rows().stream().map(row -> new BigDecimal(Objects.toString(row.get(1))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(each.finding().key().text())
                    .isEqualByComparingTo(each.finding().impact().plus(each.finding().expected()).amount());
            workbench.billing().questions().ask(each.account().sql().expected(), null, null, Cancellation.never());
            assertThat(each.account().breakdowns()).allSatisfy(part -> assertThat(part.together())
                    .isCloseTo(part.percent(), within(1e-6 + 1e-9 * Math.abs(part.percent()))));
        }
    }

    @Test
    void atTheReplicasOfBeforeTheShiftIsCostedExactly() {
        FindingDetail shift = of("encoder");
        assertThat(shift.finding().kind()).isEqualTo(AnomalyKind.LEVEL_SHIFT);
        Surroundings around = workbench.anomalies().surroundings(shift, Cancellation.never());
        Counterfactual driver = Objects.requireNonNull(around.driver());
        assertThat(cost(driver)).isEqualByComparingTo("1240.10");
        assertThat(Objects.requireNonNull(driver.difference())).isEqualTo(Money.of("-2480.20000000", "USD"));
        assertThat(driver.sentence()).isEqualTo("At 3 replicas it would have cost 1240.10 USD, 2480.20 USD less. "
                + "It went from 3 to 9 replicas (telemetry).");
        Breakdown parts = Objects.requireNonNull(around.breakdown());
        assertThat(parts.parts()).extracting(Explanation.Contribution::name).containsExactly("replicas",
                "cost for each");
        assertThat(parts.together()).isCloseTo(parts.percent(), within(1e-9));
    }

    @Test
    void aDriverThatCostDoesNotFollowIsRefusedInWords() {
        Finding finding = of("encoder").finding();
        Days all = new Days(SHIFT.minusDays(28), SHIFT_ENDS);
        FindingCost cost = new FindingCost(finding, all, workbench.billing(), Cancellation.never());
        Driver cpu = Driver.step("cpu", "2 cpu", "2 cpu to 4 cpu (commit 9f31c2a)", BigDecimal.TWO,
                BigDecimal.valueOf(4), SHIFT.atStartOfDay(ZoneOffset.UTC).toInstant(), all);
        List<LocalDate> before = all.from().datesUntil(SHIFT).toList();
        DriverCost held = DriverCost.of(List.of(cpu), cost, before, cost.counted()).orElseThrow();
        Counterfactual refused = held.counterfactual(cost, cost.counted(), "USD");
        assertThat(refused.cost()).isNull();
        assertThat(refused.difference()).isNull();
        assertThat(refused.sentence()).isEqualTo("Cost does not follow cpu alone: it went from 2 cpu to 4 cpu "
                + "(commit 9f31c2a), and the cost for each changed by +50 %.");
        assertThat(held.breakdown(cost, before, cost.counted())).isEmpty();
    }

    @Test
    void whatMovedInTelemetryIsToldAndWhatDidNotIsToldToo() {
        Surroundings around = workbench.anomalies().surroundings(of("encoder"), Cancellation.never());
        assertThat(around.workloads()).containsExactly("encoder");
        assertThat(around.note()).isEmpty();
        assertThat(around.neighbours()).extracting(Neighbour::measure, Neighbour::moved).containsExactly(
                tuple(Measure.REPLICAS, true), tuple(Measure.CPU_CORES, true), tuple(Measure.MEMORY_BYTES, false));
        assertThat(around.neighbours().getFirst().lagHours()).isZero();
        assertThat(around.neighbours().get(1).factor()).isCloseTo(3, within(0.05));
        assertThat(around.text()).startsWith("replicas 3 to 9 (x 3) from 12 Aug 00:00 UTC, CPU 3 to ")
                .endsWith(" from 12 Aug 00:00 UTC, memory unchanged");
    }

    @Test
    void withoutTelemetryOrOwnerTheReasonIsSaid() {
        Surroundings none = workbench.anomalies().surroundings(of("spiky"), Cancellation.never());
        assertThat(none.neighbours()).isEmpty();
        assertThat(none.note()).startsWith("No workload is known to own this part of the bill");
        Finding shift = of("encoder").finding();
        Finding early = moved(shift, FIRST.plusDays(20), FIRST.plusDays(22));
        Surroundings before = workbench.anomalies().surroundings(detail(early), Cancellation.never());
        assertThat(before.note()).isIn("No telemetry of encoder covers these days.",
                "No workload is known to own this part of the bill, so no telemetry stands beside it.");
        assertThat(before.driver()).isNull();
    }

    @Test
    void aPriceChangeIsMadeOfPriceAndASpikeOfQuantity() {
        FindingDetail price = of("priced");
        assertThat(price.finding().kind()).isEqualTo(AnomalyKind.PRICE_CHANGE);
        Counterfactual atOld = held(price, Counterfactual.Held.UNIT_PRICE);
        assertThat(cost(atOld)).isEqualByComparingTo(price.finding().expected().amount());
        assertThat(held(price, Counterfactual.Held.QUANTITY).sentence()).endsWith(", the same.");
        FindingDetail spike = of("spiky");
        assertThat(spike.finding().kind()).isEqualTo(AnomalyKind.SPIKE);
        assertThat(cost(held(spike, Counterfactual.Held.QUANTITY))).isEqualByComparingTo("50");
        assertThat(held(spike, Counterfactual.Held.QUANTITY).sentence())
                .isEqualTo("At the quantities of before it would have cost 50.00 USD, 200.00 USD less.");
        assertThat(cost(held(of("dropped"), Counterfactual.Held.QUANTITY))).isEqualByComparingTo("200");
    }

    @Test
    void aPriceChangeStatesBothUnitPrices() {
        FindingDetail price = of("priced");
        UnitPrice unit = Objects.requireNonNull(price.account().unitPrice());
        assertThat(unit.before()).isEqualByComparingTo("0.5");
        assertThat(unit.after()).isEqualByComparingTo("0.65");
        assertThat(price.sentence())
                .endsWith("the quantity did not. The unit price rose from 0.5 to 0.65 USD / Hours.");
        assertThat(of("spiky").sentence()).isEqualTo(of("spiky").finding().explanation().sentence());
    }

    @Test
    void theRunRateOfAPriceIsTheOldPriceForWhatIsUsedNow() {
        FindingDetail price = of("weekdays");
        assertThat(price.finding().kind()).isEqualTo(AnomalyKind.PRICE_CHANGE);
        assertThat(price.finding().start()).isEqualTo(ExplainedBill.DEARER);
        assertThat(price.finding().start().until(price.finding().end()).getDays() % 7).isNotEqualTo(6);
        // 580 hours a week, 0.15 more each, for 365 / 12 / 7 weeks.
        assertThat(price.account().monthlyExcess()).isEqualTo(Money.of("378.03571429", "USD"));
    }

    @Test
    void theBridgeInMoneyStillAddsUpToTheImpactExactly() {
        assertThat(DETAILS).allSatisfy(each -> {
            Bridge money = each.bridge().money();
            assertThat(money.sum()).isEqualByComparingTo(money.after()).isEqualByComparingTo(each.bridge().after());
            assertThat(money.after().subtract(money.before())).isEqualByComparingTo(each.excess());
            assertThat(Stream.of(money.before(), money.volume(), money.mix(), money.price(), money.other()))
                    .allMatch(step -> step.scale() <= 8);
        });
    }

    @Test
    void aMeterThatGoesOverToAnotherUnitHasNoComparableQuantity() {
        Amount hours = new Amount(BigDecimal.TEN, new BigDecimal("5"), Set.of("Hours"));
        Amount seconds = new Amount(BigDecimal.TEN, new BigDecimal("18000"), Set.of("Seconds"));
        Bridge bridge = Bridge.of(List.of(hours.to("meter", seconds.times(BigDecimal.TWO))), true);
        assertThat(bridge.other()).isEqualByComparingTo("10");
        assertThat(bridge.volume()).isZero();
        assertThat(Bridge.of(List.of(hours.to("meter", hours.times(BigDecimal.TWO))), true).volume())
                .isEqualByComparingTo("10");
    }

    @Test
    void onlyWhatIsOpenHasARunRate() {
        Money price = Objects.requireNonNull(of("priced").account().monthlyExcess());
        assertThat(price).isEqualTo(Money.of("456.25000000", "USD"));
        assertThat(of("spiky").account().monthlyExcess()).isNull();
        assertThat(of("encoder").account().monthlyExcess()).isNull();
        FindingDetail drift = of("drifting");
        assertThat(drift.finding().kind()).isEqualTo(AnomalyKind.DRIFT);
        Money now = Objects.requireNonNull(drift.account().monthlyExcess());
        Money mean = new Money(drift.finding().impact().amount().multiply(new BigDecimal("30.4")).divide(
                BigDecimal.valueOf(drift.finding().start().until(drift.finding().end()).toTotalMonths() * 30 + 25),
                RoundingMode.HALF_EVEN), "USD");
        assertThat(now).isGreaterThan(mean);
    }

    @Test
    void ofIncompleteDaysOnlyThoseThatStandOutAreCounted() {
        FindingDetail late = of("late");
        assertThat(late.finding().provisional()).isTrue();
        assertThat(late.account().monthlyExcess()).isNull();
        TablePage answer = workbench.billing().questions().ask(late.account().sql().days(), null, null,
                Cancellation.never());
        assertThat(answer.rows()).extracting(row -> Objects.toString(row.getFirst()))
                .containsExactly(LAST.minusDays(2).toString(), LAST.toString());
        assertThat(new BigDecimal(Objects.toString(answer.rows().getFirst().get(2)))).isEqualByComparingTo("1200");
    }

    @Test
    void aNewServiceHasNothingToGoBackTo() {
        FindingDetail begun = of("begun");
        assertThat(begun.finding().kind()).isEqualTo(AnomalyKind.NEW_SERVICE);
        assertThat(begun.account().breakdowns()).isEmpty();
        assertThat(begun.account().counterfactuals()).singleElement().satisfies(each -> {
            assertThat(each.cost()).isNull();
            assertThat(each.sentence()).startsWith("Nothing was paid for it in the weeks before");
        });
    }

    @Test
    void aFindingOnTheBillsFirstDayIsExplainedAsFarAsItGoes() {
        FindingDetail first = detail(moved(of("spiky").finding(), FIRST, FIRST.plusDays(2)));
        assertThat(first.account().breakdowns()).noneMatch(each -> each.about().startsWith("cost of these days"));
        assertThat(first.account().counterfactuals()).allMatch(each -> each.cost() == null);
        TablePage answer = workbench.billing().questions().ask(first.account().sql().expected(), null, null,
                Cancellation.never());
        assertThat(answer.rows()).hasSize(3)
                .allMatch(row -> new BigDecimal(Objects.toString(row.get(2))).signum() == 0);
        assertThat(workbench.anomalies().surroundings(first, Cancellation.never()).driver()).isNull();
    }

    @Test
    void anEventOfTelemetryIsExplainedByItsWorkload() {
        Instant from = SHIFT.atStartOfDay(ZoneOffset.UTC).toInstant();
        Signal signal = new Signal("s1", Domain.USE, SeriesKey.of("workload", "ml/StatefulSet/encoder"), "CPU",
                "cores", AnomalyKind.LEVEL_SHIFT, from, from.plusSeconds(3600), from.plusSeconds(3 * 86_400), false, 9,
                3, Severity.HIGH, 0.9, false, new Explanation("CPU rose.", List.of()), List.of());
        SignalDetail detail = workbench.anomalies().explain(signal, Cancellation.never());
        assertThat(detail.workload()).isEqualTo("encoder");
        assertThat(detail.cost()).containsExactly(Money.of("496.04", "USD").plus(Money.of("0E-18", "USD")));
        assertThat(detail.usual().getFirst().rounded(2)).isEqualTo(Money.of("165.35", "USD"));
        assertThat(detail.neighbours()).filteredOn(Neighbour::moved).extracting(Neighbour::lagHours).contains(0L);
        TablePage samples = workbench.billing().questions().ask(detail.sql(), null, null, Cancellation.never());
        assertThat(samples.columns()).containsExactly("Series", "Time", "Value", "Unit");
        assertThat(samples.rows()).isNotEmpty().allMatch(row -> row.get(0).toString().contains("cpu"));
        SignalDetail queue = workbench.anomalies().explain(new Signal("s3", Domain.USE,
                new SeriesKey(Map.of("metric", "container_memory_working_set_bytes", "cluster", "prod")), "memory",
                "bytes", AnomalyKind.SPIKE, from, from, from, false, 1, 0, Severity.LOW, 0.9, false,
                new Explanation("Memory.", List.of()), List.of()), Cancellation.never());
        assertThat(queue.sql()).isNotEmpty();
        workbench.billing().questions().ask(queue.sql(), null, null, Cancellation.never());
        SignalDetail unknown = workbench.anomalies().explain(new Signal("s2", Domain.QUALITY,
                SeriesKey.of("dataset", "orders"), "null share", "share", AnomalyKind.SPIKE, from, from, from, false, 1,
                0, Severity.LOW, 0.9, false, new Explanation("Nulls.", List.of()), List.of()), Cancellation.never());
        assertThat(unknown.note()).isNotEmpty();
        assertThat(unknown.sql()).isEmpty();
    }

    private static FindingDetail detail(Finding finding) {
        return new Inquiry(workbench.billing(), workbench.telemetry(), workbench.workloads(),
                workbench.repository()).explain(finding, Progress.NONE, Cancellation.never());
    }

    /// The same on other days.
    private static Finding moved(Finding known, LocalDate start, LocalDate end) {
        return new Finding("moved", known.key(), known.kind(), start, start, end, false, known.impact(),
                known.expected(), known.severity(), known.confidence(), false, null, known.covers(),
                known.explanation(), known.days());
    }
}
