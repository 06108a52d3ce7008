package io.plimsoll.analysis.rightsizing.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReplaySearchTest {
    private static final Size UNSET = Size.unset(1);
    private final ReplaySearch replay = new ReplaySearch();

    @Test
    void steadyUseGetsTheSquareRootMargin() {
        // 1 + 0.1 * sqrt(1) and 0.04 + 0.1 * 0.2: a tenth for one core, half for 40m.
        assertThat(replay.size(Load.days(14, i -> 1, i -> 0), UNSET).cpuRequest()).isEqualTo(1.1);
        assertThat(replay.size(Load.days(14, i -> 0.04, i -> 0), UNSET).cpuRequest()).isEqualTo(0.06);
    }

    @Test
    void neverBelowTheLastDay() {
        Usage jumped = Load.days(14, i -> i < 13 * 288 ? 0.5 : 3, i -> 0);

        assertThat(replay.size(jumped, UNSET).cpuRequest()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void followsAFallWithinDays() {
        Usage fell = Load.days(14, i -> i < 10 * 288 ? 3 : 0.5, i -> 0);

        assertThat(replay.size(fell, UNSET).cpuRequest()).isLessThan(0.8);
    }

    @Test
    void theBusyWeekdayCountsWhereWeeksRepeat() {
        // Mondays at 4 cores, else 1; the data ends on a Sunday, so the last days know nothing of Monday.
        Usage weekly = Load.days(28, i -> i / 288 % 7 == 0 ? 4 : 1, i -> 0);

        assertThat(WeeklyRhythm.repeats(weekly)).isTrue();
        assertThat(replay.size(weekly, UNSET).cpuRequest()).isGreaterThanOrEqualTo(4);
        assertThat(WeeklyRhythm.repeats(weekly.lastDays(20))).isFalse();
    }

    @Test
    void oneOddWeekdayIsNoGuard() {
        // Every Monday 4 cores but for one at 9: the median of three Mondays stays, and the last days know of neither.
        Usage weekly = Load.days(28, i -> i / 288 == 14 ? 9 : i / 288 % 7 == 0 ? 4 : 1, i -> 0);

        assertThat(WeeklyRhythm.repeats(weekly)).isTrue();
        assertThat(replay.size(weekly, UNSET).cpuRequest()).isBetween(4.0, 6.0);
    }

    @Test
    void whiteNoiseIsNoRhythm() {
        Random random = new Random(7);
        double[] noise = random.doubles(28 * 288, 0.5, 1).toArray();

        assertThat(WeeklyRhythm.repeats(Load.days(28, i -> noise[i], i -> 0))).isFalse();
    }

    @Test
    void theReplayOfTheTrainingPartKeepsToTheRisk() {
        Random random = new Random(3);
        double[] load = new double[14 * 288];
        for (int i = 0; i < load.length; i++) {
            load[i] = 1 + 0.3 * Math.sin(2 * Math.PI * i / 288) + 0.2 * Math.abs(random.nextGaussian());
        }
        Usage usage = Load.days(14, i -> load[i], i -> 0);
        for (String risk : List.of("0.001", "0.005", "0.02")) {
            Size size = replay.size(usage, UNSET, Parameters.initial(replay.parameters()).with("risk", risk));
            assertThat(Replay.of(usage, 1).violationShare(size.cpuRequest()))
                    .isLessThanOrEqualTo(Double.parseDouble(risk));
        }
    }

    @Test
    void lessRiskNeverMeansASmallerSize() {
        Random random = new Random(5);
        double[] load = random.doubles(14 * 288).map(x -> Math.pow(x, 4)).toArray();
        Usage usage = Load.days(14, i -> load[i], i -> 0);
        double before = Double.MAX_VALUE;
        for (String risk : List.of("0.001", "0.005", "0.01", "0.05", "0.1")) {
            double cpu = replay.size(usage, UNSET, Parameters.initial(replay.parameters()).with("risk", risk))
                    .cpuRequest();
            assertThat(cpu).isLessThanOrEqualTo(before);
            before = cpu;
        }
    }

    @Test
    void memoryCoversStartUpPeaks() {
        // The peak lies in the first five minutes of each day and is 10 times the rest.
        Size size = replay.size(Load.days(8, i -> 1, i -> (i % 288 == 0 ? 1000 : 100) * Bytes.MI), UNSET);

        assertThat(size.memoryRequest()).isEqualTo(1030 * Bytes.MI).isEqualTo(size.memoryLimit());
    }

    @Test
    void memoryThatCreepsUpGetsWhatItsStepsMayAdd() {
        // Daily peaks 100, 110, ... 170 Mi: the scale is 10 / ln 3 = 9.10. Half a kill in ten months is a chance of 0.05 / 30.42 a
        // day, so ln(30.42 / 0.05 / 9) = 4.21 scales above 170 = 208.3, plus 3 % = 214.6, up to 215 Mi.
        Size size = replay.size(Load.days(8, i -> 1, i -> (100 + 10 * (i / 288)) * Bytes.MI), UNSET);

        assertThat(size.memoryRequest()).isEqualTo(215 * Bytes.MI);
    }

    @Test
    void fewerKillsAMonthNeverMeanLessMemory() {
        Random random = new Random(11);
        double[] peaks = random.doubles(8, 900, 1200).toArray();
        peaks[7] = 850;
        Usage usage = Load.days(8, i -> 1, i -> peaks[i / 288] * Bytes.MI);
        long before = Long.MAX_VALUE;
        for (String kills : List.of("0.001", "0.01", "0.05", "0.5", "3", "4", "8", "10")) {
            long memory = replay
                    .size(usage, UNSET, Parameters.initial(replay.parameters()).with("oom-per-month", kills))
                    .memoryRequest();
            assertThat(memory).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo((long) peaks[7] * Bytes.MI);
            before = memory;
        }
        assertThat(before).isLessThan((long) Arrays.stream(peaks).max().orElseThrow() * Bytes.MI);
    }

    @Test
    void theStatedKillsHoldInAReplayOfMoreOfTheSame() {
        // Peaks of one distribution: of 400 workloads sized on 8 days, the ninth day kills a share near the chance that was stated.
        Random random = new Random(17);
        int killed = 0;
        for (int workload = 0; workload < 400; workload++) {
            double[] peaks = random.doubles(9).map(x -> 1000 - 50 * Math.log(-Math.log(x))).toArray();
            Usage usage = Load.days(8, i -> 1, i -> peaks[i / 288] * Bytes.MI);
            Size size = replay.size(usage, UNSET, Parameters.initial(replay.parameters()).with("oom-per-month", "1")
                    .with("memory-margin", "0"));
            killed += peaks[8] * Bytes.MI > size.memoryRequest() ? 1 : 0;
        }
        // 400 * 24 / 730 = 13 at a stated kill a month.
        assertThat(killed).isBetween(6, 30);
    }

    @Test
    void aSmallerRiskKeepsAWiderMarginAndALargerLeastSize() {
        Parameters initial = Parameters.initial(replay.parameters());
        Usage idle = Load.days(14, i -> 0, i -> 0);

        // An eighth of 0.5 %: the cube root doubles the margin, 1 + 0.2 * sqrt(1); the least is 10m * sqrt(8) = 28.3m, up.
        Parameters eighth = initial.with("risk", "0.000625");
        assertThat(replay.size(Load.days(14, i -> 1, i -> 0), UNSET, eighth).cpuRequest()).isEqualTo(1.2);
        assertThat(replay.size(idle, UNSET, eighth).cpuRequest()).isEqualTo(0.03);
        assertThat(replay.size(idle, UNSET).cpuRequest()).isEqualTo(0.01);
    }

    @Test
    void atASmallRiskAnotherOfTheLastDaysCounts() {
        // Two days ago 2 cores, else 1: the newest day decides at 0.5 %, the higher one at a tenth of that.
        Usage burst = Load.days(14, i -> i / 288 == 12 ? 2 : 1, i -> 0);
        Parameters initial = Parameters.initial(replay.parameters()).with("margin", "0.3");

        assertThat(replay.size(burst, UNSET, initial.with("risk", "0.1")).cpuRequest()).isLessThan(2);
        assertThat(replay.size(burst, UNSET, initial.with("risk", "0.0005")).cpuRequest()).isGreaterThan(2);
    }

    @Test
    void aKillRaisesMemoryByAFifthOrAHundredMebibytes() {
        Size current = new Size(1, OptionalDouble.empty(), Bytes.GI, Bytes.GI, 1);
        Usage killed = Usage.of(Load.days(8, i -> 1, i -> 1000 * Bytes.MI).replicas(),
                List.of(new OomKill("a", Load.START + 3000), new OomKill("gone", Load.START + 6000)));

        // max(1024 + 100, 1024 * 1.2) = 1228.8 Mi, plus 3 % = 1265.66, up.
        assertThat(replay.size(killed, current).memoryRequest()).isEqualTo(1266 * Bytes.MI);
    }

    @Test
    void aLimitIsKeptUnlessToldAndNeverBelowTheRequest() {
        Usage usage = Load.days(14, i -> 1, i -> 0);
        Size current = new Size(2, OptionalDouble.of(1.05), 0, 0, 1);
        Parameters initial = Parameters.initial(replay.parameters());

        assertThat(replay.size(usage, current).cpuLimit()).hasValue(1.1);
        assertThat(replay.size(usage, current, initial.with("cpu-limit", "none")).cpuLimit()).isEmpty();
        assertThat(replay.size(usage, current, initial.with("cpu-limit", "peak")).cpuLimit()).hasValue(1.2);
        assertThat(replay.size(usage, UNSET).cpuLimit()).isEmpty();
    }

    @Test
    void decayedQuantileWeighsByAge() {
        // Half-life of a day: weights 1/8, 1/4, 1/2, 1 of 1.875 in all; sorted 1 (1), 2 (1/2), 3 (1/4), 4 (1/8).
        DailyHighs highs = new DailyHighs(new double[]{4, 3, 2, 1});

        assertThat(highs.decayedQuantile(0.53, 1)).isEqualTo(1);
        assertThat(highs.decayedQuantile(0.54, 1)).isEqualTo(2);
        assertThat(highs.decayedQuantile(0.81, 1)).isEqualTo(3);
        assertThat(highs.decayedQuantile(0.94, 1)).isEqualTo(4);
    }

    @Test
    void autocorrelationOfAPerfectRepeatIsOne() {
        double[] wave = new double[100];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = i % 10;
        }
        assertThat(WeeklyRhythm.autocorrelation(wave, 10)).isCloseTo(1, within(1e-9));
        assertThat(WeeklyRhythm.autocorrelation(new double[50], 10)).isZero();
    }
}
