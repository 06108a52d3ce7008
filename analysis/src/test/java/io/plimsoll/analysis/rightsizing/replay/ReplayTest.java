package io.plimsoll.analysis.rightsizing.replay;

import java.util.OptionalDouble;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReplayTest {
    private static final long MI = 1 << 20;

    @Test
    void sharesAreThoseCountedByHand() {
        // 1, 2, 3, 4 cores against 2.5: two of four above; unmet 0.5 + 1.5 of 10; idle 1.5 + 0.5 of 4 * 2.5.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(3600, 1, 2, 3, 4)));
        ReplayResult result = Replay.of(usage, 1).against(new Size(2.5, OptionalDouble.of(3), 0, 0, 1));

        assertThat(result.violationShare()).isEqualTo(0.5);
        assertThat(result.throttledShare()).isEqualTo(0.25);
        assertThat(result.unmetShare()).isCloseTo(0.2, within(1e-12));
        assertThat(result.cpuSlack()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void withoutALimitAFullNodeThrottlesAtTheRequest() {
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(3600, 1, 2, 3, 4)));
        ReplayResult result = Replay.of(usage, 1).against(new Size(2.5, OptionalDouble.empty(), 0, 0, 1));

        assertThat(result.throttledShare()).isEqualTo(result.violationShare());
    }

    @Test
    void fewerReplicasShareTheSameTotalAndKeepTheirImbalance() {
        // Two replicas with 1 and 3 cores: 4 in total. On one replica per sample the load is 1*2 and 3*2, mean 4.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(3600, 1, 1, 1)),
                ReplicaUsage.ofCpu("b", Load.values(3600, 3, 3, 3)));
        Replay replay = Replay.of(usage, 2);
        Size one = new Size(4, OptionalDouble.empty(), 0, 0, 1);

        assertThat(replay.against(one).violationShare()).isEqualTo(0.5);
        assertThat(replay.against(one).unmetShare()).isCloseTo(0.25, within(1e-12));
        Size four = new Size(1, OptionalDouble.empty(), 0, 0, 4);
        assertThat(replay.against(four).unmetShare()).isCloseTo(0.25, within(1e-12));
        assertThat(replay.against(new Size(1.5, OptionalDouble.empty(), 0, 0, 4)).violationShare()).isZero();
    }

    @Test
    void growthMultipliesAllLoad() {
        Replay replay = Replay.of(Usage.of(ReplicaUsage.ofCpu("a", Load.values(3600, 1, 2, 3, 4))), 1);
        Size size = new Size(4, OptionalDouble.empty(), 0, 0, 1);

        assertThat(replay.against(size, 1).violationShare()).isZero();
        assertThat(replay.against(size, 2).violationShare()).isEqualTo(0.5);
        // 6 and 8 against 4: 2 + 4 of 20.
        assertThat(replay.against(size, 2).unmetShare()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aGapInsideALifeIsNoDeath() {
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(60, 1, 1, 1)),
                ReplicaUsage.ofCpu("b", new TimeSeries(
                        new long[]{Load.START, Load.START + 120}, new double[]{1, 1})));

        // At the middle minute b is silent; the total is still 2, so one replica of 1.9 is always short.
        ReplayResult result = Replay.of(usage, 2).against(new Size(1.9, OptionalDouble.empty(), 0, 0, 1));
        assertThat(result.violationShare()).isEqualTo(1);
    }

    @Test
    void aKillCountsOnceAReplicaAndDay() {
        Usage usage = Load.days(6, i -> 0, i -> i < 10 || i == 300 ? 200 * MI : 100 * MI);
        ReplayResult result = Replay.of(usage, 1).against(new Size(0, OptionalDouble.empty(), 150 * MI, 150 * MI, 1));

        assertThat(result.oomKills()).isEqualTo(2);
        // Seen on 2 of 6 days, a month has 730 / 24; the fitted tail may only say more.
        assertThat(result.oomPerMonth()).isGreaterThanOrEqualTo(2.0 / 6 * 730 / 24 - 1e-9);
    }

    @Test
    void steadyMemoryBelowTheLimitIsNeverKilled() {
        ReplayResult result = Replay.of(Load.days(9, i -> 1, i -> 100 * MI), 1)
                .against(new Size(1, OptionalDouble.empty(), 128 * MI, 128 * MI, 1));

        assertThat(result.oomKills()).isZero();
        assertThat(result.oomPerMonth()).isZero();
        assertThat(result.memorySlack()).isCloseTo(28.0 / 128, within(1e-12));
    }

    @Test
    void varyingPeaksBelowTheLimitStillCarryAChance() {
        Replay replay = Replay.of(Load.days(9, i -> 1, i -> (100 + i / 288 % 3 * 10) * MI), 1);
        double near = replay.against(new Size(1, OptionalDouble.empty(), 125 * MI, 125 * MI, 1)).oomPerMonth();
        double far = replay.against(new Size(1, OptionalDouble.empty(), 200 * MI, 200 * MI, 1)).oomPerMonth();

        assertThat(near).isGreaterThan(far).isPositive();
        assertThat(far).isLessThan(0.01);
    }

    @Test
    void moreReplicasDoNotShrinkMemoryForCertain() {
        Replay replay = Replay.of(Load.days(2, i -> 1, i -> 100 * MI), 1);

        assertThat(replay.against(new Size(1, OptionalDouble.empty(), 60 * MI, 60 * MI, 2)).oomKills()).isPositive();
    }

    @Test
    void theBoundIsTheOneThatTheBinomialDistributionDefines() {
        assertThat(ClopperPearson.upper(0, 100, 0.95)).isCloseTo(1 - Math.pow(0.05, 0.01), within(1e-8));
        double upper = ClopperPearson.upper(7, 200, 0.95);
        assertThat(new BinomialDistribution(200, upper).cumulativeProbability(7)).isCloseTo(0.05, within(1e-6));
        double lower = ClopperPearson.lower(7, 200, 0.95);
        assertThat(1 - new BinomialDistribution(200, lower).cumulativeProbability(6)).isCloseTo(0.05, within(1e-6));
        assertThat(ClopperPearson.upper(5, 5, 0.95)).isEqualTo(1);
        assertThat(ClopperPearson.upper(0, 0, 0.95)).isEqualTo(1);
    }

    @Test
    void samplesOfOneHourAreOneObservation() {
        // 240 hours without a violation bound it by 1 - 0.05^(1/240), however many samples an hour holds.
        ReplayResult result = Replay.of(Load.days(10, i -> 1, i -> 0), 1)
                .against(new Size(2, OptionalDouble.empty(), 0, 0, 1));

        assertThat(result.violationBound()).isCloseTo(1 - Math.pow(0.05, 1.0 / 240), within(1e-7));
    }

    @Test
    void withoutAKillTheBoundIsTheRuleOfThree() {
        // Ten replica-days and no kill: at most 1 - 0.05^(1/10) a day, times 730 / 24 days.
        RiskBounds bounds = Replay.of(Load.days(10, i -> 1, i -> 100 * MI), 1)
                .bounds(new Size(2, OptionalDouble.empty(), 128 * MI, 128 * MI, 1));

        assertThat(bounds.oomPerMonth()).isCloseTo((1 - Math.pow(0.05, 0.1)) * 730 / 24, within(1e-9));
        assertThat(bounds.oomPerDayBumped()).isZero();
    }

    @Test
    void aKillRaisesItsBound() {
        // One of ten replica-days; two replicas of the same twice as many.
        Replay replay = Replay.of(Load.days(10, i -> 1, i -> (i == 300 ? 200 : 100) * MI), 0);
        double one = ClopperPearson.upper(1, 10, 0.95) * 730 / 24;

        assertThat(replay.bounds(new Size(2, OptionalDouble.empty(), 128 * MI, 0, 1)).oomPerMonth())
                .isCloseTo(one, within(1e-9));
        assertThat(replay.bounds(new Size(2, OptionalDouble.empty(), 128 * MI, 0, 2)).oomPerMonth())
                .isCloseTo(2 * one, within(1e-9));
    }

    @Test
    void theUnmetBoundLiesBetweenTheShareAndTheWorstDay() {
        // One day of ten at 2 cores, else 1, against 1.5: 0.5 of 11 in all, a quarter of the worst day.
        Replay replay = Replay.of(Load.days(10, i -> i / 288 == 4 ? 2 : 1, i -> 0), 1);
        Size size = new Size(1.5, OptionalDouble.of(3), 0, 0, 1);
        RiskBounds bounds = replay.bounds(size);

        assertThat(bounds.unmet()).isGreaterThan(0.5 / 11).isLessThan(0.25).isEqualTo(replay.bounds(size).unmet());
        // Drawn ten times with one bad day, the 95th percentile has three of them: 3 * 0.5 / (7 + 3 * 2).
        assertThat(bounds.unmet()).isCloseTo(1.5 / 13, within(1e-12));
        assertThat(bounds.violations()).isEqualTo(replay.against(size).violationBound());
        assertThat(bounds.throttled()).isLessThan(bounds.violations());
    }

    @Test
    void theUnmetBoundHoldsForOtherReplicasToo() {
        Replay replay = Replay.of(Load.days(10, i -> i / 288 == 4 ? 2 : 1, i -> 0), 1);

        // Halves: 1 of 0.75, 0.5 of 0.75: the same shares.
        assertThat(replay.bounds(new Size(0.75, OptionalDouble.empty(), 0, 0, 2)).unmet())
                .isCloseTo(1.5 / 13, within(1e-12));
    }

    @Test
    void nothingUnmetOrTooFewDaysLeaveNothingToDrawFrom() {
        assertThat(Replay.of(Load.days(10, i -> 1, i -> 0), 1).bounds(new Size(2, OptionalDouble.empty(), 0, 0, 1))
                .unmet())
                .isNaN();
        assertThat(Replay.of(Load.days(4, i -> i % 2, i -> 0), 1)
                .bounds(new Size(0.5, OptionalDouble.empty(), 0, 0, 1)).unmet()).isNaN();
    }

    @Test
    void aKilledReplicaComesBackWithMore() {
        // 1000 Mi against 700: killed, back with 840, killed, back with 1008, which does. Two kills in two days of one replica.
        RiskBounds bounds = Replay.of(Load.days(2, i -> 1, i -> (i < 288 ? 600 : 1000) * MI), 1)
                .bounds(new Size(1, OptionalDouble.empty(), 700 * MI, 700 * MI, 1));

        assertThat(bounds.oomPerDayBumped()).isEqualTo(1);
    }

    @Test
    void replicasOfUnequalMemoryAreNoTail() {
        // 1 and 2 GiB, each always the same: nothing varies, so that a limit above both is safe.
        Usage usage = Usage.of(
                ReplicaUsage.ofMemory("a", Load.every(Load.FIVE_MINUTES, 10 * Load.DAY_SAMPLES, i -> 1024 * MI)),
                ReplicaUsage.ofMemory("b", Load.every(Load.FIVE_MINUTES, 10 * Load.DAY_SAMPLES, i -> 2048 * MI)));

        assertThat(
                Replay.of(usage, 2).against(new Size(0, OptionalDouble.empty(), 2100 * MI, 2100 * MI, 2)).oomPerMonth())
                .isZero();
    }

    @Test
    void whatWasNotMeasuredIsNotANumber() {
        ReplayResult result = Replay.of(Usage.of(), 1).against(new Size(1, OptionalDouble.empty(), MI, MI, 1));

        assertThat(result.violationShare()).isNaN();
        assertThat(result.oomPerMonth()).isNaN();
        assertThat(result.oomKills()).isZero();
        assertThat(Replay.of(Usage.of(), 1).bounds(new Size(1, OptionalDouble.empty(), MI, MI, 1)))
                .isEqualTo(new RiskBounds(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
}
