package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.OomKill;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The numbers that the tools themselves would give, derived by hand from their rules.
class PeerStrategiesTest {
    private static final Size UNSET = Size.unset(1);

    @Test
    void histogramBucketsAreThoseOfTheVpa() {
        DecayingHistogram cpu = DecayingHistogram.ofCpu(Usage.DAY, 0);

        // Starts: 0, 0.01, 0.01 + 0.0105, ... each bucket 5 % wider than the one before.
        assertThat(cpu.bucket(0.009)).isZero();
        assertThat(cpu.start(1)).isCloseTo(0.01, within(1e-12));
        assertThat(cpu.start(2)).isCloseTo(0.0205, within(1e-12));
        assertThat(cpu.bucket(0.0205001)).isEqualTo(2);
        assertThat(cpu.percentile(0.9)).isZero();
    }

    @Test
    void aSampleADayYoungerWeighsTwice() {
        DecayingHistogram histogram = DecayingHistogram.ofCpu(Usage.DAY, 0);
        histogram.add(0.005, 0);
        histogram.add(1, Usage.DAY);

        // Weights 1 : 2. A third lies in the first bucket, whose end is 0.01.
        assertThat(histogram.percentile(0.33)).isCloseTo(0.01, within(1e-12));
        assertThat(histogram.percentile(0.34)).isGreaterThan(1);
    }

    @Test
    void aYearOfSamplesDoesNotOverflow() {
        DecayingHistogram histogram = DecayingHistogram.ofCpu(Usage.DAY, 0);
        for (int day = 0; day < 2000; day++) {
            histogram.add(day < 1990 ? 5 : 0.005, day * Usage.DAY);
        }
        assertThat(histogram.percentile(0.9)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void vpaTargetOfSteadyUse() {
        // CPU 0.5: bucket floor(ln(0.5 * 0.05 / 0.01 + 1) / ln 1.05) = floor(25.68) = 25; its end is
        // 0.2 * (1.05^26 - 1) = 0.51113..., cut to 511m; plus the cut 15 % (76m): 587m.
        // Memory 5e8: bucket 25 too; end 2e8 * (1.05^26 - 1) = 511134537 bytes, plus 15 % cut (76670180) = 587804717.
        Size size = Vpa.target().size(Load.days(8, i -> 0.5, i -> 5e8), UNSET);

        assertThat(size.cpuRequest()).isEqualTo(0.587);
        assertThat(size.cpuLimit()).isEmpty();
        long end = (long) (2e8 * (Math.pow(1.05, 26) - 1));
        assertThat(end).isEqualTo(511_134_537L);
        assertThat(size.memoryRequest()).isEqualTo(587_804_717L);
    }

    @Test
    void vpaNeverGoesBelowItsPodMinimum() {
        Size size = Vpa.target().size(Load.days(8, i -> 0.001, i -> 1e6), UNSET);

        assertThat(size.cpuRequest()).isEqualTo(0.025);
        assertThat(size.memoryRequest()).isEqualTo(250 * Bytes.MI);
    }

    @Test
    void vpaKeepsTheRatioOfLimits() {
        Size current = new Size(1, OptionalDouble.of(2), Bytes.GI, 3 * Bytes.GI / 2, 1);
        Size size = Vpa.target().size(Load.days(8, i -> 0.5, i -> 5e8), current);

        assertThat(size.cpuLimit()).hasValue(1.174);
        assertThat(size.memoryLimit()).isEqualTo((long) (size.memoryRequest() * 1.5));
    }

    @Test
    void vpaBoundsWidenWithFewData() {
        Usage days = Load.days(2, i -> 0.5, i -> 5e8);

        // 576 samples are 576 / 1440 = 0.4 days of one a minute: upper 587 * (1 + 1 / 0.4) = 2054.5, cut.
        assertThat(Vpa.upperBound().size(days, UNSET).cpuRequest()).isEqualTo(2.054);
        // Lower: 587 * (1 + 0.001 / 0.4)^-2 = 584.07, cut.
        assertThat(Vpa.lowerBound().size(days, UNSET).cpuRequest()).isEqualTo(0.584);
        // Memory, from 587804717 of the target: upper * 3.5 = 2057316509.5, cut; lower / 1.0025^2 = 584876678.1, cut.
        assertThat(Vpa.upperBound().size(days, UNSET).memoryRequest()).isEqualTo(2_057_316_509L);
        assertThat(Vpa.lowerBound().size(days, UNSET).memoryRequest()).isEqualTo(584_876_678L);
        Usage memoryOnly = Usage.of(ReplicaUsage.ofMemory("a", days.replicas().getFirst().memory()));
        assertThat(Vpa.upperBound().size(memoryOnly, UNSET).memoryRequest()).isEqualTo(2_057_316_509L);
    }

    @Test
    void vpaBoundsTakeTheirOwnPercentiles() {
        // Four samples a minute apart weigh nearly alike: half lies in the first bucket, whose end 0.01 is under the minimum of
        // 25m. P95 is in the bucket of 0.5, whose end with margin is 587m; 4 / 1440 days would give 360, the span of 3
        // minutes, 3 / 1440, is less: 587 * (1 + 480) = 282347m.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(60, 0.005, 0.005, 0.005, 0.5)));

        assertThat(Vpa.lowerBound().size(usage, UNSET).cpuRequest()).isEqualTo(0.025);
        assertThat(Vpa.upperBound().size(usage, UNSET).cpuRequest()).isEqualTo(282.347);
    }

    @Test
    void vpaOfOneSampleHasNoUpperBound() {
        // The span is 0 days: 1 / 0 has no end, for which VPA writes 10^14 millicores or bytes; 0.001 / 0 to the power of -2 is 0.
        Usage one = Usage.of(new ReplicaUsage("a", Load.values(60, 0.5), Load.values(60, 5e8)));

        assertThat(Vpa.upperBound().size(one, UNSET).cpuRequest()).isEqualTo(1e11);
        assertThat(Vpa.upperBound().size(one, UNSET).memoryRequest()).isEqualTo(100_000_000_000_000L);
        assertThat(Vpa.lowerBound().size(one, UNSET).cpuRequest()).isEqualTo(0.025);
        assertThat(Vpa.lowerBound().size(one, UNSET).memoryRequest()).isEqualTo(250 * Bytes.MI);
        assertThat(Vpa.target().size(one, UNSET).cpuRequest()).isEqualTo(0.587);
    }

    @Test
    void vpaRaisesThePeakOfAWindowWithAKill() {
        Usage killed = Usage.of(Load.days(1, i -> 0.5, i -> 1e9).replicas(),
                List.of(new OomKill("a", Load.START + 600)));

        // max(1e9 + 100 Mi, 1.2e9) = 1.2e9; bucket floor(ln 7 / ln 1.05) = 39; end 2e8 * (1.05^40 - 1).
        long end = (long) (2e8 * (Math.pow(1.05, 40) - 1));
        assertThat(Vpa.target().size(killed, UNSET).memoryRequest()).isEqualTo(end + (long) (end * 0.15));
    }

    @Test
    void vpaForgetsWhatIsOlderThanEightDays() {
        Usage usage = Load.days(20, i -> i < 11 * 288 ? 4 : 0.5, i -> i < 11 * 288 ? 9e9 : 5e8);

        assertThat(Vpa.target().size(usage, UNSET)).isEqualTo(
                Vpa.target().size(Load.days(8, i -> 0.5, i -> 5e8), UNSET));
    }

    @Test
    void krrSimpleOfAHundredRisingSamples() {
        // 0.01 ... 1.00: P95 = 0.01 * (1 + 0.95 * 99) = 0.9505, up to 951m. Memory 200 Mi * 1.15 = 230 Mi.
        Size size = new KrrSimple().size(rising(), new Size(9, OptionalDouble.of(9), 1, 1, 3));

        assertThat(size).isEqualTo(new Size(0.951, OptionalDouble.empty(), 230 * Bytes.MI, 230 * Bytes.MI, 3));
    }

    @Test
    void krrSimpleLimitOfAHundredRisingSamples() {
        // P66 = 0.01 * (1 + 0.66 * 99) = 0.6634, P96 = 0.01 * (1 + 0.96 * 99) = 0.9604.
        Size size = new KrrSimpleLimit().size(rising(), UNSET);

        assertThat(size).isEqualTo(new Size(0.664, OptionalDouble.of(0.961), 230 * Bytes.MI, 230 * Bytes.MI, 1));
    }

    @Test
    void krrTakesTheBusiestPodAndItsMinimums() {
        Usage two = Usage.of(ReplicaUsage.ofCpu("quiet", Load.every(120, 200, i -> 0.0001)),
                ReplicaUsage.ofCpu("busy", Load.every(120, 200, i -> 0.3)));
        assertThat(new KrrSimple().size(two, UNSET).cpuRequest()).isEqualTo(0.3);

        Size least = new KrrSimple().size(Load.days(1, i -> 0.0001, i -> 1), UNSET);
        // 100 MB are 95.4 MiB.
        assertThat(least).isEqualTo(new Size(0.01, OptionalDouble.empty(), 96 * Bytes.MI, 96 * Bytes.MI, 1));
    }

    @Test
    void krrSaysNothingOnTooFewPointsOrHours() {
        Size current = new Size(2, OptionalDouble.empty(), Bytes.GI, Bytes.GI, 1);

        assertThat(new KrrSimple().size(Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, 99, i -> 1))), current))
                .isEqualTo(current);
        assertThat(new KrrSimple().size(Usage.of(ReplicaUsage.ofCpu("a", Load.every(60, 150, i -> 1))), current))
                .isEqualTo(current);
    }

    @Test
    void peakAddsAFifth() {
        Size size = new PeakPlusMargin().size(Load.days(1, i -> i == 7 ? 2 : 0.1, i -> 100 * Bytes.MI), UNSET);

        assertThat(size).isEqualTo(new Size(2.4, OptionalDouble.empty(), 120 * Bytes.MI, 120 * Bytes.MI, 1));
    }

    private static Usage rising() {
        return Usage.of(new ReplicaUsage("a", Load.every(120, 100, i -> 0.01 * (i + 1)),
                Load.every(120, 100, i -> (i == 50 ? 200 : 100) * Bytes.MI)));
    }
}
