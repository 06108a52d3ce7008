package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.whatif.SpotRule;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;

/// Nodes, commitments and spot of the sample case, from its files alone.
class SampleNodesTest {
    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void load() throws IOException {
        workbench = SampleWorkbench.open(folder, true, true);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void whatASavingsPlanWasPaidForIsNoCashUntilThePlanEnds() {
        // 6 x (2 x 0.0336 + 8 x 0.0036) x 730 = 420.48 at list, 72 % of it effective; a quarter goes.
        Savings savings = answer("caption-encoder", 6, 1.5, 6).savings();
        assertThat(savings.list().rounded(6).plain()).isEqualTo("105.12");
        assertThat(savings.effective().rounded(6).plain()).isEqualTo("75.6864");
        assertThat(savings.cash().rounded(6).signum()).isZero();
        assertThat(savings.stranded().rounded(6).plain()).isEqualTo("75.6864");
        assertThat(savings.cashFrom()).isEqualTo(LocalDate.of(2027, 9, 8));
        CommitmentEffect plan = savings.commitments().getFirst();
        assertThat(plan.name()).isEqualTo("lake-compute-1y");
        assertThat(plan.endSource()).isEqualTo("the period of its purchase");
        assertThat(savings.notes()).anySatisfy(note -> assertThat(note).contains("not used up even before"));
    }

    @Test
    void moreOfACoveredWorkloadFillsTheUnusedRestOfThePlanFirst() {
        // 2 % more is 8.4096 at list or 6.054912 of the plan; 0.01728 an hour are unused, so that all of it has room.
        Savings savings = answer("caption-encoder", 6, 2.04, 8.16).savings();
        assertThat(savings.list().rounded(4).plain()).isEqualTo("-8.4096");
        assertThat(savings.cash().rounded(6).signum()).isZero();
        // 10 % more is 30.27456 of the plan, of which 12.6144 have room; the rest is on demand at 1 / 0.72 of it.
        Savings larger = answer("caption-encoder", 6, 2.2, 8.8).savings();
        assertThat(larger.cash().rounded(3).plain()).isEqualTo("-24.528");
    }

    @Test
    void whatIsOnDemandIsCashAtOnceAndTheSameAsTheAdviceSays() {
        WorkloadAdvice advice = workbench.rightsizing()
                .advise(AdviceQuery.of("ocr-workers"), Progress.NONE, Cancellation.never()).getFirst();
        Savings savings = workbench.rightsizing().whatIf("ocr-workers", Cancellation.never())
                .answer(WhatIfInput.of(advice.advice().proposed())).savings();
        assertThat(savings.effective().rounded(9)).isEqualTo(advice.monthlySaving().rounded(9));
        assertThat(savings.cash()).isEqualTo(savings.effective());
        assertThat(savings.cashFrom()).isNull();
        assertThat(savings.commitments()).isEmpty();
    }

    @Test
    void allAdviceHasItsCashAtOnce() {
        List<WorkloadAdvice> advices = workbench.rightsizing().advise(AdviceQuery.all(), Progress.NONE,
                Cancellation.never());
        Map<WorkloadKey, Savings> savings = workbench.rightsizing().savings(advices, Cancellation.never());
        for (WorkloadAdvice each : advices) {
            Savings found = savings.get(each.workload().key());
            assertThat(found != null).isEqualTo(each.monthlySaving() != null);
            if (found != null) {
                assertThat(found.effective().rounded(9)).isEqualTo(each.monthlySaving().rounded(9));
                boolean covered = each.workload().title().equals("caption-encoder");
                assertThat(found.cash().rounded(9)).isEqualTo(
                        covered
                                ? io.plimsoll.analysis.unit.Money.zero("USD").rounded(9)
                                : found.effective().rounded(9));
            }
        }
        assertThat(savings.values()).anyMatch(each -> each.cashFrom() != null);
    }

    @Test
    void nodesAreCountedFromTheTelemetryAndPackedByRequests() {
        NodeEffect nodes = answer("caption-encoder", 6, 1.5, 6).nodes();
        assertThat(nodes.pool()).containsExactly("caption-encoder");
        assertThat(nodes.measured()).hasValue(6);
        assertThat(nodes.assumed()).isTrue();
        // m6i.xlarge leaves 3920m and 15391 MiB: one pod of 2 cores and 8 GiB, or two of 1500m and 6 GiB.
        assertThat(nodes.type().name()).isEqualTo("m6i.xlarge");
        assertThat(nodes.now().nodes()).isEqualTo(6);
        assertThat(nodes.then().nodes()).isEqualTo(3);
        assertThat(nodes.low()).isEqualTo(3);
        assertThat(nodes.high()).isEqualTo(3);
        assertThat(nodes.removal().kind()).isEqualTo(NodeRemoval.Kind.KARPENTER);
        assertThat(nodes.best().monthly()).isLessThanOrEqualTo(nodes.then().monthly());
    }

    @Test
    void aGpuDecidesItsNodeSoThatNothingIsPacked() {
        WhatIf whatIf = workbench.rightsizing().whatIf("gpu-finetune", Cancellation.never());
        assertThat(whatIf.answer(whatIf.current()).nodes()).isNull();
        assertThat(whatIf.nodeTypes()).isEmpty();
    }

    @Test
    void spotIsPricedByAnAssumptionThatSaysSoAndIsRefusedForState() {
        WhatIf sample = workbench.rightsizing().whatIf("embedding-api", Cancellation.never());
        WhatIf.Around around = sample.around();
        WhatIf encoder = sample.in(new WhatIf.Around(around.key(), around.nodes(), around.charges(), around.replay(),
                new SpotRule(new SpotTerms(0.5, 0.1, 7.3, true, "a test"), "Deployment")));
        WhatIfAnswer now = encoder.answer(encoder.current());
        WhatIfAnswer half = encoder.answer(encoder.current().onSpot(0.5));
        // Half at half the price, and 0.1 x 7.3 / 730 = 0.1 % of it done again: 0.5 + 0.5 x 0.5 x 1.001 = 0.75025.
        assertThat(half.monthlyCost().amount()).isCloseTo(
                now.monthlyCost().amount().multiply(new java.math.BigDecimal("0.75025")),
                org.assertj.core.data.Percentage.withPercentage(1e-9));
        assertThat(half.spot().interruptions()).isEqualTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(half.spot().objections()).isEmpty();
        assertThat(now.spot()).isNull();
        assertThat(encoder.answer(encoder.current().onSpot(1)).spot().objections()).extracting(Objection::code)
                .containsExactly(Refusal.SPOT_ALL);
        WhatIf stateful = workbench.rightsizing().whatIf("ocr-workers", Cancellation.never());
        assertThat(stateful.answer(stateful.current().onSpot(0.5)).spot().objections())
                .extracting(Objection::code).contains(Refusal.SPOT_STATEFUL);
        assertThat(stateful.answer(stateful.current().onSpot(0.5)).spot().terms().source()).isNotEmpty();
    }

    @Test
    void anotherNodeTypeChangesTheCostOfTheSameRequests() {
        WhatIf whatIf = workbench.rightsizing().whatIf("embedding-api", Cancellation.never());
        WhatIfAnswer there = whatIf.answer(whatIf.current().onNodes("m6a.xlarge"));
        assertThat(there.monthlyCost()).isLessThan(whatIf.answer(whatIf.current()).monthlyCost());
        assertThat(there.nodes().type().name()).isEqualTo("m6a.xlarge");
    }

    @Test
    void changesTogetherSaveTheSumWhereNothingIsShared() {
        Map<String, WhatIfInput> changes = new LinkedHashMap<>();
        changes.put("caption-encoder", input(6, 1.5, 6));
        changes.put("quality-gate", input(2, 0.5, 1));
        changes.put("gone", input(1, 1, 1));
        JointEffect effect = workbench.rightsizing().effects().together(changes, Progress.NONE, Cancellation.never());
        assertThat(effect.parts()).hasSize(2);
        assertThat(effect.problems()).singleElement().asString().contains("gone");
        JointSaving sum = effect.sums().getFirst();
        assertThat(sum.list()).isEqualTo(effect.parts().stream().map(each -> each.answer().savings().list())
                .reduce(io.plimsoll.analysis.unit.Money::plus).orElseThrow());
        assertThat(sum.cashOverlap().plain()).isEqualTo("0");
        assertThat(sum.nodesOverlap().plain()).isEqualTo("0");
        assertThat(sum.cashFrom()).isEqualTo(LocalDate.of(2027, 9, 8));
    }

    private static WhatIfAnswer answer(String workload, int replicas, double cores, double gib) {
        return workbench.rightsizing().whatIf(workload, Cancellation.never()).answer(input(replicas, cores, gib));
    }

    private static WhatIfInput input(int replicas, double cores, double gib) {
        long bytes = Math.round(gib * Bytes.GI);
        return new WhatIfInput(cores, OptionalDouble.empty(), bytes, bytes, replicas, 1);
    }
}
