package io.plimsoll.analysis.rightsizing.strategy;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// What the published parts of EKS Auto Mode's and Compute Optimizer's rules give, derived by hand.
class AwsStrategiesTest {
    private static final Size CURRENT = new Size(8, OptionalDouble.of(9), Bytes.GI, Bytes.GI, 1);

    @Test
    void eksPutsThe95thPercentileAt87Percent() {
        // 0.01 ... 1.00: P95 = 0.01 * (1 + 0.95 * 99) = 0.9505; / 0.87 = 1.09253, up to 1093m. 200 Mi / 0.87 = 229.9, up to 230 Mi.
        // The memory limit equals its request and follows, the CPU limit stays.
        Usage usage = Usage.of(new ReplicaUsage("a", Load.every(600, 100, i -> 0.01 * (i + 1)),
                Load.every(600, 100, i -> (i == 50 ? 200 : 100) * Bytes.MI)));

        assertThat(new EksAuto().size(usage, CURRENT))
                .isEqualTo(new Size(1.093, OptionalDouble.of(9), 230 * Bytes.MI, 230 * Bytes.MI, 1));
    }

    @Test
    void eksNeedsTwelveHours() {
        // 71 samples of ten minutes are 11 h 50 min, 72 are 12 h: 0.87 / 0.87 = 1 core, 87 Mi / 0.87 = 100 Mi.
        assertThat(new EksAuto().size(steady(600, 71), CURRENT)).isEqualTo(CURRENT);
        assertThat(new EksAuto().size(steady(600, 1), CURRENT)).isEqualTo(CURRENT);
        assertThat(new EksAuto().size(steady(600, 72), CURRENT))
                .isEqualTo(new Size(1, OptionalDouble.of(9), 100 * Bytes.MI, 100 * Bytes.MI, 1));
    }

    @Test
    void eksCountsAGapAsHistory() {
        // Two samples a day apart: a day and its step. P95 = 1 + 0.95 * (2 - 1) = 1.95; / 0.87 = 2.2414, up to 2242m.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(Usage.DAY, 1, 2)));

        assertThat(new EksAuto().size(usage, CURRENT).cpuRequest()).isEqualTo(2.242);
    }

    @Test
    void computeOptimizerAddsAFifthToThe995thPercentile() {
        // 401 samples 0.01 ... 4.01 of five minutes: P99.5 at 0.995 * 400 = 398: 3.99; * 1.2 = 4.788. 500 Mi * 1.2 = 600 Mi.
        assertThat(new ComputeOptimizer().size(rising(), CURRENT))
                .isEqualTo(new Size(4.788, OptionalDouble.of(9), 600 * Bytes.MI, 600 * Bytes.MI, 1));
        // Threshold P95 at 380: 3.81; * 1.3 = 4.953. P90 at 360: 3.61, without headroom. Memory 500 * 1.1 = 550 Mi.
        Parameters initial = Parameters.initial(new ComputeOptimizer().parameters());
        assertThat(new ComputeOptimizer()
                .size(rising(), CURRENT, initial.with("threshold", "95").with("cpu-headroom", "30")).cpuRequest())
                .isEqualTo(4.953);
        Size least = new ComputeOptimizer().size(rising(), CURRENT,
                initial.with("threshold", "90").with("cpu-headroom", "0").with("memory-headroom", "10"));
        assertThat(least.cpuRequest()).isEqualTo(3.61);
        assertThat(least.memoryRequest()).isEqualTo(550 * Bytes.MI);
    }

    @Test
    void computeOptimizerTakesThePeakOfFiveMinutes() {
        // One sample of fifty is 2, others 1: 36 of 1800 samples, but 36 of 360 intervals, so that P95 of the peaks is 2: * 1.2.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.every(60, 1800, i -> i % 50 == 0 ? 2 : 1)));
        Parameters p95 = Parameters.initial(new ComputeOptimizer().parameters()).with("threshold", "95");

        assertThat(new ComputeOptimizer().size(usage, CURRENT, p95).cpuRequest()).isEqualTo(2.4);
    }

    @Test
    void computeOptimizerNeedsThirtyHoursWithData() {
        // 29 hours are too few, and so are two samples a day apart; 30 hours of steady 0.87 give 1.044 and 87 Mi * 1.2 = 104.4 Mi, up.
        assertThat(new ComputeOptimizer().size(steady(300, 29 * 12), CURRENT)).isEqualTo(CURRENT);
        assertThat(new ComputeOptimizer().size(steady(Usage.DAY, 2), CURRENT)).isEqualTo(CURRENT);
        assertThat(new ComputeOptimizer().size(steady(300, 30 * 12), CURRENT))
                .isEqualTo(new Size(1.044, OptionalDouble.of(9), 105 * Bytes.MI, 105 * Bytes.MI, 1));
    }

    @Test
    void computeOptimizerForgetsWhatIsOlderThanFourteenDays() {
        Usage usage = Load.days(15, i -> i < 288 ? 4 : 1, i -> i < 288 ? Bytes.GI : 100 * Bytes.MI);

        assertThat(new ComputeOptimizer().size(usage, CURRENT))
                .isEqualTo(new Size(1.2, OptionalDouble.of(9), 120 * Bytes.MI, 120 * Bytes.MI, 1));
    }

    private static Usage steady(long step, int samples) {
        return Usage.of(new ReplicaUsage("a", Load.every(step, samples, i -> 0.87),
                Load.every(step, samples, i -> 87 * Bytes.MI)));
    }

    private static Usage rising() {
        return Usage.of(new ReplicaUsage("a", Load.every(300, 401, i -> 0.01 * (i + 1)),
                Load.every(300, 401, i -> (i == 7 ? 500 : 100) * Bytes.MI)));
    }
}
