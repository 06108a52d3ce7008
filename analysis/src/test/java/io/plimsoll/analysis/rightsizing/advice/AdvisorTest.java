package io.plimsoll.analysis.rightsizing.advice;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AdvisorTest {
    private static final long GI = 1L << 30;
    private static final long MI = 1L << 20;
    private static final ResourceRates RATES = new ResourceRates(Money.of("0.0316", "USD"), Money.of("0.00424", "USD"));
    private static final Size CURRENT = new Size(4, OptionalDouble.empty(), 16 * GI, 16 * GI, 3);
    private static final IntToDoubleFunction WAVE = i -> 1 + 0.5 * Math.sin(2 * Math.PI * i / 288);

    @Test
    void aSteadyWorkloadIsSizedAndPricedToTheDigit() {
        Advice advice = advise(CURRENT, Load.days(20, WAVE, i -> 2000 * MI));

        assertThat(advice.grade()).isEqualTo(Grade.A);
        assertThat(advice.codes()).isEmpty();
        assertThat(advice.proposed().memoryRequest()).isEqualTo(2060 * MI);
        // 3 * 730 * (4 * 0.0316 + 16 * 0.00424) = 425.3856.
        assertThat(advice.monthlyNow().plain()).isEqualTo("425.3856");
        assertThat(advice.monthlySaving()).isEqualTo(advice.monthlyNow().minus(advice.monthlyThen()));
        assertThat(advice.monthlySaving().signum()).isPositive();
        assertThat(advice.against()).contains("95 % confidence");
    }

    @Test
    void allStrategiesStandSideBySide() {
        Advice advice = advise(CURRENT, Load.days(20, WAVE, i -> 2000 * MI));

        assertThat(advice.strategies()).extracting(StrategyOutcome::name)
                .containsExactlyElementsOf(Strategies.all().stream().map(Strategy::id).toList());
        assertThat(advice.strategies()).allSatisfy(outcome -> assertThat(outcome.monthlyCost())
                .isEqualTo(RATES.monthly(outcome.size())));
    }

    @Test
    void whatTheHeldBackPartAsksForIsNotIgnored() {
        Advice advice = advise(CURRENT, Load.days(20, i -> i < 15 * 288 ? 0.5 : 3, i -> 2000 * MI));

        assertThat(advice.proposed().cpuRequest()).isGreaterThanOrEqualTo(3);
        assertThat(advice.codes()).contains(Refusal.RISK_NOT_MET, Refusal.RAISED_AFTER_REPLAY,
                Refusal.RECENTLY_CHANGED);
        assertThat(advice.grade()).isEqualTo(Grade.C);
    }

    @Test
    void killsThatWereStatedAreNoObjection() {
        // One of the six days held back would kill the replica: 730 / 24 / 6 = 5.1 a month.
        Usage usage = Load.days(20, WAVE, i -> (i / 288 == 16 ? 2500 : 2000) * MI);
        AdviceRequest usual = AdviceRequest.usual("shop/web", CURRENT.withReplicas(1), RATES);
        AdviceRequest bold = usual.with(usual.strategy(), usual.parameters().with("oom-per-month", "6"));

        assertThat(Advisor.advise(usual, usage, Cancellation.never()).codes()).contains(Refusal.RISK_NOT_MET);
        assertThat(Advisor.advise(bold, usage, Cancellation.never()).codes()).doesNotContain(Refusal.RISK_NOT_MET);
    }

    @Test
    void thinDataIsRefusedAndNothingChanges() {
        for (Usage thin : List.of(Usage.of(), Usage.of(ReplicaUsage.ofCpu("a", Load.values(300, 1))),
                Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, 100, i -> 1))))) {
            Advice advice = advise(CURRENT, thin);
            assertThat(advice.refused()).isTrue();
            assertThat(advice.proposed()).isEqualTo(CURRENT);
            assertThat(advice.monthlySaving().signum()).isZero();
            assertThat(advice.against()).isNotBlank();
        }
        assertThat(advise(CURRENT, Usage.of()).codes()).contains(Refusal.NO_DATA);
        assertThat(advise(CURRENT, Usage.of(ReplicaUsage.ofCpu("a", Load.values(300, 1)))).codes())
                .contains(Refusal.SINGLE_SAMPLE);
        assertThat(advise(CURRENT, Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, 100, i -> 1)))).codes())
                .contains(Refusal.TOO_SHORT, Refusal.NO_PEAK_SEEN);
    }

    @Test
    void whatAnAutoscalerOwnsIsLeftAlone() {
        AdviceRequest request = AdviceRequest.usual("w", CURRENT, RATES)
                .knowing(List.of(new Objection(Refusal.OWNER_IS_AUTOSCALER, Grade.D, "An HPA sets it.")), false);
        Advice advice = Advisor.advise(request, Load.days(20, WAVE, i -> 2000 * MI), Cancellation.never());

        assertThat(advice.refused()).isTrue();
        assertThat(advice.codes()).containsExactly(Refusal.OWNER_IS_AUTOSCALER);
    }

    @Test
    void everyOtherDoubtHasItsCode() {
        Usage fine = Load.days(20, WAVE, i -> 2000 * MI);
        assertThat(advise(new Size(4, OptionalDouble.of(2), GI, GI, 3), fine).codes())
                .contains(Refusal.LIMIT_BELOW_REQUEST);
        assertThat(advise(Size.unset(3), fine).codes()).contains(Refusal.NO_REQUEST);
        assertThat(advise(new Size(1, OptionalDouble.of(1.5), 16 * GI, 16 * GI, 3), fine).codes())
                .contains(Refusal.CAPPED_BY_LIMIT);
        assertThat(advise(new Size(1.5, OptionalDouble.empty(), 2048 * MI * 8, 2048 * MI * 8, 3),
                Load.days(20, WAVE, i -> 15.9 * GI)).codes()).contains(Refusal.MEMORY_BOUND);
        assertThat(advise(CURRENT, Usage.of(fine.replicas(), List.of(new OomKill("a", Load.START + 9)))).codes())
                .contains(Refusal.OOM_SEEN);
        TimeSeries cpu = fine.replicas().getFirst().cpu();
        assertThat(advise(CURRENT, Usage.of(ReplicaUsage.ofCpu("a", holed(cpu)))).codes()).contains(Refusal.GAPS);
        assertThat(advise(CURRENT, Usage.of(ReplicaUsage.ofCpu("a", spoilt(cpu)))).codes())
                .contains(Refusal.DIRTY_DATA);
    }

    @Test
    void aKillNeverLetsMemoryShrink() {
        Usage killed = Usage.of(Load.days(20, WAVE, i -> 2000 * MI).replicas(),
                List.of(new OomKill("a", Load.START + 18 * Usage.DAY)));

        assertThat(advise(CURRENT, killed).proposed().memoryRequest()).isGreaterThan(CURRENT.memoryRequest());
    }

    @Test
    void itStopsWhenAsked() {
        Cancellation cancellation = Cancellation.never();
        cancellation.request();

        assertThatThrownBy(() -> Advisor.advise(AdviceRequest.usual("w", CURRENT, RATES),
                Load.days(20, WAVE, i -> 1), cancellation)).isInstanceOf(CancelledException.class);
    }

    @Test
    void ratesInTwoCurrenciesAreNoRates() {
        assertThatThrownBy(() -> new ResourceRates(Money.of("1", "USD"), Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Advice advise(Size current, Usage usage) {
        return Advisor.advise(AdviceRequest.usual("w", current, RATES), usage, Cancellation.never());
    }

    private static TimeSeries holed(TimeSeries series) {
        int[] kept = IntStream.range(0, series.length()).filter(i -> i / 288 % 4 != 1).toArray();
        return new TimeSeries(Arrays.stream(kept).mapToLong(i -> series.times()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> series.values()[i]).toArray());
    }

    private static TimeSeries spoilt(TimeSeries series) {
        double[] values = series.values().clone();
        for (int i = 0; i < values.length; i += 20) {
            values[i] = Double.NaN;
        }
        return new TimeSeries(series.times(), values);
    }
}
