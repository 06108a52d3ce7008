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

/// Crane's numbers, derived by hand.
class CraneTest {
    private static final Size UNSET = Size.unset(1);

    @Test
    void steadyUseIsTheEndOfItsClassPlusMargin() {
        // 0.55 lies in 0.5 to 0.6: 0.6 * 1.15 = 690m. 550 Mi lies in 500 to 600 Mi: 690 Mi = 723517440, less what cutting
        // the fraction of the binary product takes off.
        Size size = new Crane().size(Load.days(7, i -> 0.55, i -> 550 * Bytes.MI), UNSET);

        assertThat(size.cpuRequest()).isEqualTo(0.69);
        assertThat(size.memoryRequest()).isBetween(723_517_439L, 723_517_440L);
        assertThat(size.cpuLimit()).isEmpty();
        assertThat(size.memoryLimit()).isZero();
    }

    @Test
    void theLeastIsOneClassPlusMargin() {
        // 0.1 * 1.15 is a hair below 0.115 in binary, and cut: 114m; 104857600 * 1.15 = 120586240 likewise: 120586239. Crane's
        // own documentation shows both numbers, and 229m, which is 0.2 * 1.15. One sample is enough.
        Usage one = Usage.of(new ReplicaUsage("a", Load.values(60, 0.003), Load.values(60, 5e6)));

        assertThat(new Crane().size(one, UNSET).cpuRequest()).isEqualTo(0.114);
        assertThat(new Crane().size(one, UNSET).memoryRequest()).isEqualTo(120_586_239L);
        assertThat(new Crane().size(Usage.of(ReplicaUsage.ofCpu("a", Load.values(60, 0.15))), UNSET).cpuRequest())
                .isEqualTo(0.229);
    }

    @Test
    void aSampleWeighsAsMuchAsItsValue() {
        // 99 samples of 0.05 weigh 4.95, one of 5.05 weighs 5.05: the first class holds half of 10, so the 99th percentile lies
        // in 5.0 to 5.1: 5.1 * 1.15 = 5.865. By count it would be the end of the first class.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.every(60, 100, i -> i == 40 ? 5.05 : 0.05)));

        assertThat(new Crane().size(usage, UNSET).cpuRequest()).isBetween(5.864, 5.865);
    }

    @Test
    void rareSmallPeaksStayAboveThePercentile() {
        // 10000 samples of 1.05 weigh 10500, ten of 2.05 weigh 20.5, 0.2 % of all: the percentile is 1.1, with margin 1265m.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.every(60, 10_010, i -> i % 1001 == 0 ? 2.05 : 1.05)));

        assertThat(new Crane().size(usage, UNSET).cpuRequest()).isEqualTo(1.265);
    }

    @Test
    void nothingIsLargerThanItsLastClass() {
        // Above 100 cores every sample lies in the last class, which starts at 100: 115 cores.
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", Load.values(60, 150, 150)));

        assertThat(new Crane().size(usage, UNSET).cpuRequest()).isBetween(114.999, 115.0);
    }

    @Test
    void itLooksBackSevenDaysWithoutAgeing() {
        // Of ten days the first three, at 4 cores, are out. Of the seven left one at 2.05 weighs as much whether first or last.
        Usage first = Load.days(10, i -> i < 3 * 288 ? 4 : i < 4 * 288 ? 2.05 : 0.55, i -> 1);
        Usage last = Load.days(10, i -> i < 3 * 288 ? 4 : i >= 9 * 288 ? 2.05 : 0.55, i -> 1);

        // 2.1 * 1.15 = 2.415.
        assertThat(new Crane().size(first, UNSET).cpuRequest()).isBetween(2.414, 2.415);
        assertThat(new Crane().size(last, UNSET)).isEqualTo(new Crane().size(first, UNSET));
    }

    @Test
    void aKillRaisesMemoryAboveTheRequest() {
        // Request 1 Gi = 1073741824: a fifth more is 1288490188.8, cut; 100 Mi more would be 1178599424. A small request of 200 Mi
        // gets 300 Mi, for 240 Mi is less.
        Usage killed = Usage.of(Load.days(8, i -> 0.5, i -> 50 * Bytes.MI).replicas(),
                List.of(new OomKill("a", Load.START + 7 * Usage.DAY)));

        assertThat(new Crane().size(killed, requesting(Bytes.GI)).memoryRequest()).isEqualTo(1_288_490_188L);
        assertThat(new Crane().size(killed, requesting(200 * Bytes.MI)).memoryRequest()).isEqualTo(300 * Bytes.MI);
        // Without a request, or more than seven days ago, a kill is not known.
        assertThat(new Crane().size(killed, UNSET).memoryRequest()).isEqualTo(120_586_239L);
        Usage longAgo = Usage.of(killed.replicas(), List.of(new OomKill("a", Load.START)));
        assertThat(new Crane().size(longAgo, requesting(Bytes.GI)).memoryRequest()).isEqualTo(120_586_239L);
    }

    @Test
    void limitsStayUnlessTheyWouldLieBelow() {
        Usage usage = Load.days(7, i -> 0.55, i -> 550 * Bytes.MI);

        assertThat(new Crane().size(usage, new Size(1, OptionalDouble.of(2), Bytes.GI, Bytes.GI, 1)).cpuLimit())
                .hasValue(2);
        Size raised = new Crane().size(usage, new Size(0.1, OptionalDouble.of(0.2), 1, 2, 1));
        assertThat(raised.cpuLimit()).hasValue(0.69);
        assertThat(raised.memoryLimit()).isEqualTo(raised.memoryRequest());
    }

    private static Size requesting(long memory) {
        return new Size(1, OptionalDouble.empty(), memory, 0, 1);
    }
}
