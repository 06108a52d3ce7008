package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
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
        Size size = new VpaTarget().size(Load.days(8, i -> 0.5, i -> 5e8), UNSET);

        assertThat(size.cpuRequest()).isEqualTo(0.587);
        assertThat(size.cpuLimit()).isEmpty();
        long end = (long) (2e8 * (Math.pow(1.05, 26) - 1));
        assertThat(end).isEqualTo(511_134_537L);
        assertThat(size.memoryRequest()).isEqualTo(587_804_717L);
    }

    @Test
    void vpaNeverGoesBelowItsPodMinimum() {
        Size size = new VpaTarget().size(Load.days(8, i -> 0.001, i -> 1e6), UNSET);

        assertThat(size.cpuRequest()).isEqualTo(0.025);
        assertThat(size.memoryRequest()).isEqualTo(250 * Bytes.MI);
    }

    @Test
    void vpaKeepsTheRatioOfLimits() {
        Size current = new Size(1, OptionalDouble.of(2), Bytes.GI, 3 * Bytes.GI / 2, 1);
        Size size = new VpaTarget().size(Load.days(8, i -> 0.5, i -> 5e8), current);

        assertThat(size.cpuLimit()).hasValue(1.174);
        assertThat(size.memoryLimit()).isEqualTo((long) (size.memoryRequest() * 1.5));
    }

    @Test
    void vpaBoundsWidenWithFewData() {
        VpaTarget vpa = new VpaTarget();
        Usage day = Load.days(2, i -> 0.5, i -> 5e8);
        Parameters initial = Parameters.initial(vpa.parameters());

        // 576 samples are 576 / 1440 = 0.4 days of one a minute: upper 587 * (1 + 1 / 0.4) = 2054.5, cut.
        assertThat(vpa.size(day, UNSET, initial.with("figure", "upper")).cpuRequest()).isEqualTo(2.054);
        // Lower: 587 * (1 + 0.001 / 0.4)^-2 = 584.07, cut.
        assertThat(vpa.size(day, UNSET, initial.with("figure", "lower")).cpuRequest()).isEqualTo(0.584);
    }

    @Test
    void vpaRaisesThePeakOfAWindowWithAKill() {
        Usage killed = Usage.of(Load.days(1, i -> 0.5, i -> 1e9).replicas(),
                List.of(new OomKill("a", Load.START + 600)));

        // max(1e9 + 100 Mi, 1.2e9) = 1.2e9; bucket floor(ln 7 / ln 1.05) = 39; end 2e8 * (1.05^40 - 1).
        long end = (long) (2e8 * (Math.pow(1.05, 40) - 1));
        assertThat(new VpaTarget().size(killed, UNSET).memoryRequest()).isEqualTo(end + (long) (end * 0.15));
    }

    @Test
    void vpaForgetsWhatIsOlderThanEightDays() {
        Usage usage = Load.days(20, i -> i < 11 * 288 ? 4 : 0.5, i -> i < 11 * 288 ? 9e9 : 5e8);

        assertThat(new VpaTarget().size(usage, UNSET)).isEqualTo(
                new VpaTarget().size(Load.days(8, i -> 0.5, i -> 5e8), UNSET));
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
