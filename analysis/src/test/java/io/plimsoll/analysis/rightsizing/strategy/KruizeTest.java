package io.plimsoll.analysis.rightsizing.strategy;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// Kruize's numbers, derived by hand. Three samples of five minutes make an interval; 600 make 200.
class KruizeTest {
    private static final Size CURRENT = new Size(4, OptionalDouble.of(5), 4 * Bytes.GI, 5 * Bytes.GI, 2);

    @Test
    void aCoreAndMoreIsSizedByThePercentileOfIntervalPeaks() {
        // Peaks 0.01, 0.02 ... 2.00. Cost: rank round(0.60 * 199 = 119.4) = 119, counted from 0: 1.20.
        // Performance: rank round(0.98 * 199 = 195.02) = 195: 1.96. The limit equals the request.
        Usage usage = cpu(600, 0.01);

        assertThat(Kruize.cost().size(usage, CURRENT))
                .isEqualTo(new Size(1.2, OptionalDouble.of(1.2), 4 * Bytes.GI, 5 * Bytes.GI, 2));
        assertThat(Kruize.performance().size(usage, CURRENT).cpuRequest()).isEqualTo(1.96);
    }

    @Test
    void belowACoreItIsTheHighestPeak() {
        // Peaks 0.004 ... 0.80: below 1, so both take 0.80. Peaks 0.005 ... 1.00: no longer below, cost takes rank 119: 0.60.
        assertThat(Kruize.cost().size(cpu(600, 0.004), CURRENT).cpuRequest()).isEqualTo(0.8);
        assertThat(Kruize.performance().size(cpu(600, 0.004), CURRENT).cpuRequest()).isEqualTo(0.8);
        assertThat(Kruize.cost().size(cpu(600, 0.005), CURRENT).cpuRequest()).isEqualTo(0.6);
    }

    @Test
    void onlyThePeakOfAnIntervalCounts() {
        // The last sample of each three is 3, the others 0: all 200 peaks are 3.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, 600, i -> i % 3 == 2 ? 3 : 0)));

        assertThat(Kruize.cost().size(usage, CURRENT).cpuRequest()).isEqualTo(3);
    }

    @Test
    void memoryTakesTheLesserOfAFifthAndTheLargestSpread() {
        // Peak 1100 Mi. A fifth more: 1320 Mi. The spread in its interval is 100 Mi: 1100 + 105 = 1205 Mi, which is less.
        assertThat(Kruize.cost().size(memory(1100), CURRENT).memoryRequest()).isEqualTo(1205 * Bytes.MI);
        assertThat(Kruize.cost().size(memory(1100), CURRENT).memoryLimit()).isEqualTo(1205 * Bytes.MI);
        // Peak 2000 Mi: 2400 against 2000 + 1050 = 3050.
        assertThat(Kruize.performance().size(memory(2000), CURRENT).memoryRequest()).isEqualTo(2400 * Bytes.MI);
    }

    @Test
    void replicasThatDifferMakeASpread() {
        // 1000 and 900 Mi at all times: 1000 + 1.05 * 100 = 1105 Mi, against 1200.
        Usage usage = Usage.of(ReplicaUsage.ofMemory("a", Load.every(300, 600, i -> 1000 * Bytes.MI)),
                ReplicaUsage.ofMemory("b", Load.every(300, 600, i -> 900 * Bytes.MI)));

        assertThat(Kruize.cost().size(usage, CURRENT).memoryRequest()).isEqualTo(1105 * Bytes.MI);
    }

    @Test
    void steadyUseGetsNoReserve() {
        // All equal: the spread is 0, so memory is 500 Mi + 0; CPU 2 is every percentile of itself.
        Size size = Kruize.performance().size(Load.days(3, i -> 2, i -> 500 * Bytes.MI), CURRENT);

        assertThat(size).isEqualTo(new Size(2, OptionalDouble.of(2), 500 * Bytes.MI, 500 * Bytes.MI, 2));
    }

    @Test
    void fewerThan192IntervalsAreNotEnoughForTheMediumTerm() {
        // 573 samples are 191 intervals, 576 are 192: peaks 0.01 ... 1.92, rank round(0.6 * 191 = 114.6) = 115: 1.16.
        assertThat(Kruize.cost().size(cpu(573, 0.01), CURRENT)).isEqualTo(CURRENT);
        assertThat(Kruize.cost().size(cpu(576, 0.01), CURRENT).cpuRequest()).isEqualTo(1.16);
    }

    @Test
    void theOtherTermsHaveTheirOwnMinimums() {
        Kruize cost = Kruize.cost();
        Parameters initial = Parameters.initial(cost.parameters());
        // Short: one sample is one interval, two are needed. Four samples are two: peaks 1 (of the oldest) and 3,
        // rank round(0.6 * 1) = 1: 3.
        assertThat(cost.size(Usage.of(ReplicaUsage.ofCpu("a", Load.values(300, 1))), CURRENT,
                initial.with("term", "short"))).isEqualTo(CURRENT);
        assertThat(cost.size(Usage.of(ReplicaUsage.ofCpu("a", Load.values(300, 1, 2, 3, 2))), CURRENT,
                initial.with("term", "short")).cpuRequest()).isEqualTo(3);
        // Long: 768 intervals are 2304 samples; 0.01 ... 7.68, rank round(0.6 * 767 = 460.2) = 460: 4.61.
        assertThat(cost.size(cpu(2301, 0.01), CURRENT, initial.with("term", "long"))).isEqualTo(CURRENT);
        assertThat(cost.size(cpu(2304, 0.01), CURRENT, initial.with("term", "long")).cpuRequest()).isEqualTo(4.61);
    }

    @Test
    void gapsCountForNothingAndOldDataIsForgotten() {
        // Three days at 9 cores, 5 days of nothing, three at 2: seven days back reach to the middle of the gap.
        TimeSeries both = join(Load.every(300, 864, i -> 9), Load.every(300, 864, i -> 2), 8 * Usage.DAY);
        assertThat(Kruize.performance().size(Usage.of(ReplicaUsage.ofCpu("a", both)), CURRENT).cpuRequest())
                .isEqualTo(2);
        // A day at 2, two days of nothing, a day at 4: 96 + 96 intervals are enough; rank round(0.6 * 191) = 115: 4.
        TimeSeries holed = join(Load.every(300, 288, i -> 2), Load.every(300, 288, i -> 4), 3 * Usage.DAY);
        assertThat(Kruize.cost().size(Usage.of(ReplicaUsage.ofCpu("a", holed)), CURRENT).cpuRequest()).isEqualTo(4);
    }

    @Test
    void idleWorkloadsKeepTheirSize() {
        Usage idle = Load.days(3, i -> 0.001, i -> 0);

        assertThat(Kruize.cost().size(idle, CURRENT)).isEqualTo(CURRENT);
    }

    private static Usage cpu(int samples, double step) {
        return Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, samples, i -> step * (i / 3 + 1))));
    }

    private static Usage memory(int peak) {
        return Usage.of(ReplicaUsage.ofMemory("a", Load.every(300, 600, i -> (i == 301 ? peak : 1000) * Bytes.MI)));
    }

    private static TimeSeries join(TimeSeries first, TimeSeries second, long later) {
        return new TimeSeries(
                IntStream.range(0, first.length() + second.length())
                        .mapToLong(i -> i < first.length()
                                ? first.times()[i]
                                : second.times()[i - first.length()] + later)
                        .toArray(),
                IntStream.range(0, first.length() + second.length())
                        .mapToDouble(i -> i < first.length() ? first.values()[i] : second.values()[i - first.length()])
                        .toArray());
    }
}
