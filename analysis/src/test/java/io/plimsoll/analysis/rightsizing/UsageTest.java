package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.advice.Advisor;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class UsageTest {
    @Test
    void whatIsMendedIsCounted() {
        TimeSeries raw = new TimeSeries(new long[]{60, 0, 120, 120, 180, 240, 300},
                new double[]{2, 1, 3, 4, Double.NaN, -1, Double.POSITIVE_INFINITY});

        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", raw));

        assertThat(usage.replicas().getFirst().cpu())
                .isEqualTo(new TimeSeries(new long[]{0, 60, 120}, new double[]{1, 2, 4}));
        assertThat(usage.repairs()).isEqualTo(new UsageRepairs(7, 2, 1, 0, 1, 1));
        assertThat(usage.repairs().sentence()).contains("2 not a number", "1 negative", "1 duplicate",
                "1 out of order");
    }

    @Test
    void whatNoMachineHasAndTimesOfAnUnsetClockAreDroppedAndSaid() {
        Usage usage = Usage.of(new ReplicaUsage("a",
                new TimeSeries(new long[]{-62_135_596_800L, Load.START, Load.START + 60, 9_000_000_000L},
                        new double[]{1, 1e18, 2, 1}),
                new TimeSeries(new long[]{Load.START}, new double[]{1e16})));

        assertThat(usage.cpuValues()).containsExactly(2);
        assertThat(usage.memorySamples()).isZero();
        assertThat(usage.repairs().sentence()).isEqualTo("Of 5 samples: 4 impossible.");
        assertThat(usage.days()).isLessThan(1);
    }

    @Test
    void theMoreIsDroppedTheLessASizeIsWorth() {
        for (int third = 1; third <= 2; third++) {
            int kept = third;
            Usage usage = Load.days(20, i -> i % 3 < kept ? 0.5 : Double.NaN, i -> i % 3 < kept ? 1e9 : Double.NaN);
            Advice advice = Advisor.advise(AdviceRequest.usual("w", new Size(2, OptionalDouble.empty(), 8L << 30, 0, 1),
                    ResourceRates.PROPORTION), usage, Cancellation.never());
            assertThat(advice.objections()).filteredOn(each -> each.code() == Refusal.DIRTY_DATA)
                    .extracting(Objection::grade).containsExactly(kept == 1 ? Grade.D : Grade.C);
        }
    }

    @Test
    void cleanDataNeedsNoWords() {
        assertThat(Load.days(1, i -> 1, i -> 1).repairs().any()).isFalse();
        assertThat(UsageRepairs.NONE.sentence()).isEmpty();
    }

    @Test
    void replicasMayDifferInStartAndLength() {
        TimeSeries whole = Load.every(60, 100, i -> 1);
        Usage usage = Usage.of(ReplicaUsage.ofCpu("old", whole.slice(0, 40)),
                ReplicaUsage.ofCpu("new", whole.slice(30, 100)), ReplicaUsage.ofCpu("silent", whole.slice(0, 0)));

        assertThat(usage.replicas()).hasSize(2);
        assertThat(usage.first()).isEqualTo(Load.START);
        assertThat(usage.last()).isEqualTo(Load.START + 99 * 60);
        assertThat(usage.gapShare()).isZero();
        assertThat(usage.replicasAtEnd()).isEqualTo(1);
    }

    @Test
    void aGapIsAGapInTheMetricThatHasIt() {
        TimeSeries whole = Load.every(60, 100, i -> 1);
        TimeSeries half = new TimeSeries(whole.slice(50, 100).times(), whole.slice(50, 100).values());

        assertThat(Usage.of(new ReplicaUsage("a", half, whole)).gapShare()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aScrapeThatIsASecondEarlyOrLateIsNoGap() {
        TimeSeries jitter = new TimeSeries(new long[]{0, 299, 601, 899, 1200}, new double[5]);

        assertThat(Usage.of(ReplicaUsage.ofCpu("a", jitter)).gapShare()).isZero();
    }

    @Test
    void theSplitIsInTimeAndLosesNothing() {
        Usage.Split split = Load.days(10, i -> i, i -> i).split(0.7);

        assertThat(split.training().cpuSamples()).isEqualTo(7 * Load.DAY_SAMPLES);
        assertThat(split.heldBack().cpuSamples()).isEqualTo(3 * Load.DAY_SAMPLES);
        assertThat(split.training().last()).isLessThan(split.heldBack().first());
        assertThat(split.heldBack().days()).isCloseTo(3, within(1e-9));
    }

    @Test
    void killsGoWithTheirPart() {
        Usage usage = Usage.of(Load.days(10, i -> 1, i -> 1).replicas(),
                List.of(new OomKill("a", Load.START + 9 * Usage.DAY), new OomKill("a", Load.START)));

        assertThat(usage.split(0.7).training().ooms()).containsExactly(new OomKill("a", Load.START));
        assertThat(usage.split(0.7).heldBack().ooms()).hasSize(1);
    }

    @Test
    void emptyUsageAnswersEverything() {
        Usage empty = Usage.of();

        assertThat(empty.days()).isZero();
        assertThat(empty.gapShare()).isZero();
        assertThat(empty.split(0.7).heldBack().isEmpty()).isTrue();
        assertThat(empty.lastDays(8).isEmpty()).isTrue();
        assertThat(empty.replicasAtEnd()).isZero();
    }
}
