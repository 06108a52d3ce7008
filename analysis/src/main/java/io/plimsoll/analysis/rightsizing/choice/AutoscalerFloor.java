package io.plimsoll.analysis.rightsizing.choice;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.Proposal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.replay.Redistribution;
import io.plimsoll.analysis.series.Robust;

/// The lower bound of an autoscaler that never leaves it: what is paid for is the bound, and it alone is looked at. CPU and
/// memory requests stay, since the autoscaler's target is a share of them.
public final class AutoscalerFloor {
    private static final double BUSY = 0.995;
    private static final double NEARLY_ALWAYS = 0.99;

    private final Usage usage;
    private final Size current;
    private final int bound;
    private final long step;

    /// @param bound the autoscaler's least number of replicas
    public AutoscalerFloor(Usage usage, Size current, int bound) {
        this.usage = usage;
        this.current = current;
        this.bound = bound;
        this.step = Math.max(1, usage.step());
    }

    /// The smallest bound, at least 2, with which the load of 99.5 % of the time stays within the autoscaler's target, so that it
    /// would rest there. Empty if the autoscaler moves, nothing smaller will do, or nothing is measured.
    ///
    /// @param target share of the CPU request that the autoscaler aims at
    public Optional<Proposal> lower(double target) {
        double[] totals = totals();
        if (bound <= 2 || current.cpuRequest() == 0 || totals.length == 0 || !rests()) {
            return Optional.empty();
        }
        double busy = Robust.quantile(totals, BUSY);
        int least = Math.max(2, (int) Math.ceil(busy / (current.cpuRequest() * target) - 1e-9));
        return least >= bound
                ? Optional.empty()
                : Optional.of(new Proposal(Redistribution.of(usage, least, false), least,
                        size -> current.withReplicas(least)));
    }

    private boolean rests() {
        Map<Long, Integer> counts = new TreeMap<>();
        usage.replicas().forEach(each -> Arrays.stream(each.cpu().times())
                .forEach(time -> counts.merge(time / step, 1, Integer::sum)));
        long resting = counts.values().stream().filter(count -> count <= bound).count();
        return resting >= NEARLY_ALWAYS * counts.size();
    }

    private double[] totals() {
        Map<Long, Double> totals = new TreeMap<>();
        for (ReplicaUsage each : usage.replicas()) {
            for (int i = 0; i < each.cpu().length(); i++) {
                totals.merge(each.cpu().times()[i] / step, each.cpu().values()[i], Double::sum);
            }
        }
        return totals.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
