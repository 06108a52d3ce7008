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

/// Kubecost's numbers, derived by hand.
class KubecostTest {
    private static final Size UNSET = Size.unset(2);

    @Test
    void theHighestOfAllReplicasIsTheProfilesShareOfTheRequest() {
        // Two replicas peak at 120m and 300 Mi, and at 800m and 120 Mi: 800m and 300 Mi count. Development: / 0.80 = 1000m, 375 Mi.
        // Production: / 0.65 = 1230.8m and 461.5 Mi, up. High availability: / 0.50 = 1600m, 600 Mi.
        Usage usage = Usage.of(
                new ReplicaUsage("a", Load.values(300, 0.1, 0.12), Load.values(300, 300.0 * Bytes.MI, 1)),
                new ReplicaUsage("b", Load.values(300, 0.8, 0.1), Load.values(300, 120.0 * Bytes.MI, 1)));

        assertThat(Kubecost.development().size(usage, UNSET)).isEqualTo(size(1, 375));
        assertThat(Kubecost.production().size(usage, UNSET)).isEqualTo(size(1.231, 462));
        assertThat(Kubecost.highAvailability().size(usage, UNSET)).isEqualTo(size(1.6, 600));
    }

    @Test
    void nothingIsSmallerThanTenMillicoresAndTwentyMebibytes() {
        // 1m / 0.65 = 1.54m and 1 Mi / 0.65 are below both. One sample is enough.
        Usage one = Usage.of(new ReplicaUsage("a", Load.values(60, 0.001), Load.values(60, 1.0 * Bytes.MI)));

        assertThat(Kubecost.production().size(one, UNSET)).isEqualTo(size(0.01, 20));
    }

    @Test
    void steadyUseIsDividedLikeAnyPeak() {
        // 0.5 / 0.8 = 625m, 400 Mi / 0.8 = 500 Mi.
        assertThat(Kubecost.development().size(Load.days(3, i -> 0.5, i -> 400 * Bytes.MI), UNSET))
                .isEqualTo(size(0.625, 500));
    }

    @Test
    void thePeakBeforeTheWindowIsNotSeen() {
        // Eight days, 4 cores on the first: seven days back it is gone, 1 / 0.5 = 2; eight days back 4 / 0.5 = 8.
        Usage usage = Load.days(8, i -> i < 288 ? 4 : 1, i -> 100 * Bytes.MI);
        Kubecost kubecost = Kubecost.highAvailability();

        assertThat(kubecost.size(usage, UNSET).cpuRequest()).isEqualTo(2);
        assertThat(
                kubecost.size(usage, UNSET, Parameters.initial(kubecost.parameters()).with("window", "8")).cpuRequest())
                .isEqualTo(8);
    }

    @Test
    void limitsStayUnlessTheyWouldLieBelow() {
        Usage usage = Load.days(2, i -> 1, i -> 100 * Bytes.MI);
        Size current = new Size(1, OptionalDouble.of(1.5), 300 * Bytes.MI, 300 * Bytes.MI, 2);

        // High availability requests 2 cores, above the limit of 1.5, and 200 Mi, below the limit of 300 Mi.
        assertThat(Kubecost.highAvailability().size(usage, current))
                .isEqualTo(new Size(2, OptionalDouble.of(2), 200 * Bytes.MI, 300 * Bytes.MI, 2));
    }

    private static Size size(double cores, long mebibytes) {
        return new Size(cores, OptionalDouble.empty(), mebibytes * Bytes.MI, 0, 2);
    }
}
