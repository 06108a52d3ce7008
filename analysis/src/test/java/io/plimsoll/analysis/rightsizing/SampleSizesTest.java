package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// The sample case's sizes, from its files alone.
class SampleSizesTest {
    private static final String FEATURES = "multimodal-feature-extraction";
    @TempDir
    static Path folder;
    private static Workbench workbench;
    private static List<WorkloadAdvice> advices;
    private static JsonNode answers;

    @BeforeAll
    static void load() throws IOException {
        answers = JsonMapper.shared().readTree(Files.readAllBytes(SampleCase.folder().resolve("ANSWERS.json")));
        workbench = SampleWorkbench.open(folder, true, true);
        advices = workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void everyKnownVerdictIsReached() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode answer : answers.get("rightsizing")) {
            WorkloadAdvice found = of(answer.get("workload").asString());
            Size now = found.advice().current();
            Size then = found.advice().proposed();
            String verdict = answer.get("verdict").asString();
            boolean right = now.equals(size(answer.get("current"), now)) && switch (verdict) {
                case "refuse" -> found.refused();
                case "keep" -> found.keeps();
                case "grow" -> then.memoryRequest() >= 2.4 * Bytes.GI && found.monthlySaving().signum() < 0;
                default -> !found.refused() && aboveFloor(then, answer.get("floor"))
                        && relative(then).compareTo(relative(size(answer.get("expected"), then))) <= 0;
            };
            if (!right) {
                wrong.add(verdict + " expected: " + answer.get("workload").asString() + ": " + now + " to " + then
                        + " " + found.grade() + " " + found.objections());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theBackfillIsUndoneToTheSizeThatGitHadBefore() {
        WorkloadAdvice found = of(FEATURES);
        assertThat(found.advice().proposed()).isEqualTo(size(answers.get("rightsizing").get(0).get("expected"),
                found.advice().proposed()));
        assertThat(found.former().subject()).isEqualTo(answers.get("commit").get("subject").asString());
        assertThat(found.reasons().getFirst()).startsWith("The size before ");
        assertThat(found.reasons())
                .anyMatch(each -> each.endsWith("application.yaml:22 says: AI-driven recommendation"));
        assertThat(found.knobs()).allMatch(each -> each.knob().editable() && each.line() > 0);
        assertThat(found.monthlySaving().amount().doubleValue()).isCloseTo(1051.2, within(0.02 * 1051.2));
        assertThat(found.grade()).isEqualTo(Grade.A);
    }

    @Test
    void enginesSayWhatBoundsThem() {
        assertThat(of("kafka-connect").reasons()).anySatisfy(fact -> assertThat(fact)
                .startsWith("A Java heap of 2.7 Gi (-Xmx2800m)"));
        assertThat(of("kafka-connect").advice().codes()).doesNotContain(Refusal.HEAP_BOUND);
        assertThat(of("audio-align").reasons())
                .anySatisfy(fact -> assertThat(fact).contains("slots of 4 task managers"))
                .anySatisfy(fact -> assertThat(fact).contains("RocksDB"));
        assertThat(of("language-dedup").reasons())
                .contains("An executor's pod is 3.0 Gi of heap and 1.0 Gi of overhead.");
    }

    @Test
    void theMachinesGetTheirTypes() {
        for (JsonNode answer : answers.get("machines")) {
            WorkloadAdvice found = advices.stream().filter(
                    each -> each.workload().key().name().equals(answer.get("resourceId").asString())).findFirst()
                    .orElseThrow();
            VmType best = found.machine().proposed();
            assertThat(found.now()).isEqualTo(answer.get("current").asString());
            assertThat(found.keeps()).isEqualTo(answer.get("verdict").asString().equals("keep"));
            if (answer.has("hourlyThen")) {
                assertThat(best.pricePerHour().amount()).isLessThanOrEqualTo(
                        new BigDecimal(answer.get("hourlyThen").asString()));
            }
        }
    }

    @Test
    void presentCostIsTheBillsForTheDaysWithThePresentSize() {
        for (WorkloadAdvice each : advices) {
            if (each.cost() == null) {
                assertThat(each.workload().hasBill()).isFalse();
                continue;
            }
            BigDecimal back = each.monthlyNow().amount().multiply(BigDecimal.valueOf(24L * each.cost().days().count()))
                    .divide(BigDecimal.valueOf(730), java.math.MathContext.DECIMAL64);
            assertThat(back).isCloseTo(each.cost().effective().amount(), within(new BigDecimal("1e-9")));
            if (each.advice() != null && each.advice().monthlyNow().currency().equals("USD")) {
                assertThat(each.advice().monthlyNow().amount()).isCloseTo(each.monthlyNow().amount(),
                        within(new BigDecimal("1e-20")));
            }
        }
        assertThat(of(FEATURES).cost().days().from()).isEqualTo("2026-10-07");
        assertThat(of("caption-encoder").cost().effective())
                .isEqualTo(of("caption-encoder").workload().cost().getFirst());
    }

    @Test
    void theLargestSavingComesFirstAndUnknownCostLast() {
        List<BigDecimal> savings = advices.stream().filter(each -> each.monthlySaving() != null)
                .map(each -> each.monthlySaving().amount()).toList();
        assertThat(savings).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(advices.getFirst().workload().title()).isEqualTo(FEATURES);
        assertThat(advices.getLast().monthlyNow()).isNull();
    }

    @Test
    void sameStateSameAnswerAndOneWorkloadIsTheSameAsOfAll() {
        Rightsizing rightsizing = workbench.rightsizing();
        assertThat(rightsizing.advise(AdviceQuery.all(), Progress.NONE, Cancellation.never())).isSameAs(advices);
        assertThat(
                rightsizing.advise(AdviceQuery.of("data-processing/" + FEATURES), Progress.NONE, Cancellation.never()))
                .containsExactly(of(FEATURES));
        assertThat(rightsizing.advise(AdviceQuery.of("caption-encoder").by("peak"), Progress.NONE, Cancellation.never())
                .getFirst().advice().strategy()).isEqualTo("peak");
        assertThatThrownBy(() -> rightsizing.advise(AdviceQuery.of("nobody"), Progress.NONE, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.code()).isEqualTo("WORKLOAD_UNKNOWN"));
    }

    /// The window shows both next to each other.
    @Test
    void slidersAtAnAutoscalersLowerBoundDoNotContradictItsAdvice() {
        WorkloadAdvice found = of("embedding-api");
        WhatIfInput proposed = WhatIfInput.of(found.advice().proposed());
        assertThat(found.advice().risk().oomKills()).isZero();
        assertThat(workbench.rightsizing().whatIf("embedding-api", Cancellation.never()).answer(proposed).replay()
                .oomKills()).isZero();
        assertThat(
                workbench.rightsizing().figures().peaks("embedding-api", OptionalInt.of(3), Cancellation.never())
                        .memory().gi())
                .isLessThan(4);
    }

    @Test
    void slidersStartAtWhatIsBilledAndPeaksFollowTheReplicas() {
        Rightsizing rightsizing = workbench.rightsizing();
        WhatIf sliders = rightsizing.whatIf(FEATURES, Cancellation.never());
        assertThat(sliders.priced()).isTrue();
        assertThat(sliders.answer(sliders.current()).monthlyCost().amount())
                .isCloseTo(of(FEATURES).monthlyNow().amount(), within(new BigDecimal("1e-20")));
        assertThat(rightsizing.whatIf(FEATURES, Cancellation.never())).isSameAs(sliders);

        Peaks nine = rightsizing.figures().peaks(FEATURES, OptionalInt.empty(), Cancellation.never());
        Peaks three = rightsizing.figures().peaks(FEATURES, OptionalInt.of(3), Cancellation.never());
        assertThat(nine.memory().gi()).isCloseTo(2.035, within(0.01));
        assertThat(three.memory().gi()).isCloseTo(6.1, within(0.15));
        assertThat(three.p99Cpu().asDouble()).isCloseTo(3 * nine.p99Cpu().asDouble(), within(0.05));
        assertThat(three.days()).isEqualTo(21);
    }

    @Test
    void theChartKeepsPeaksAndKnowsWhatWasHeldBack() {
        UseChart chart = workbench.rightsizing().figures().series("caption-encoder", Measure.MEMORY_BYTES,
                OptionalInt.empty(),
                300,
                Cancellation.never());
        assertThat(chart.length()).isLessThanOrEqualTo(300);
        assertThat(java.util.Arrays.stream(chart.highest()).max().orElse(0) / Bytes.GI).isCloseTo(5, within(0.01));
        assertThat((double) (chart.heldBack() - chart.times()[0]) / (chart.end() - chart.times()[0])).isCloseTo(0.7,
                within(0.001));
    }

    @Test
    void withoutBillOrCloneAdviceIsGivenButNoMoney(@TempDir Path other) throws IOException {
        try (Workbench bare = SampleWorkbench.open(other, false, false)) {
            WorkloadAdvice found = bare.rightsizing()
                    .advise(AdviceQuery.of("ocr-workers"), Progress.NONE, Cancellation.never()).getFirst();
            assertThat(found.monthlyNow()).isNull();
            assertThat(found.monthlySaving()).isNull();
            assertThat(found.advice().codes()).contains(Refusal.NO_REQUEST);
            assertThat(found.advice().proposed().cpuRequest()).isBetween(0.6, 0.8);
            assertThat(bare.rightsizing().whatIf("ocr-workers", Cancellation.never()).priced()).isFalse();
        }
    }

    private static WorkloadAdvice of(String title) {
        return advices.stream().filter(each -> each.workload().title().equals(title)).findFirst().orElseThrow();
    }

    private static BigDecimal relative(Size size) {
        return ResourceRates.PROPORTION.monthly(size).amount();
    }

    private static Size size(JsonNode node, Size limits) {
        return new Size(Double.parseDouble(node.get("cpuCores").asString()), limits.cpuLimit(),
                Math.round(Double.parseDouble(node.get("memoryGiB").asString()) * Bytes.GI), limits.memoryLimit(),
                node.get("replicas").asInt());
    }

    private static boolean aboveFloor(Size size, JsonNode floor) {
        int counted = Optional.of(floor.get("of").asString()).filter("one pod"::equals).isPresent()
                ? 1
                : size.replicas();
        return size.cpuRequest() * counted >= Double.parseDouble(floor.get("cpuCores").asString()) - 0.001
                && size.memoryRequest() * counted >= Double.parseDouble(floor.get("memoryGiB").asString()) * Bytes.GI
                        - 1e6;
    }
}
