package io.plimsoll.analysis.rightsizing.tradeoff;

import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.choice.WritableSize;
import io.plimsoll.analysis.rightsizing.replay.Replay;

/// The sizes that could be written for a workload: as its manifest spells numbers, and not below what it needs inside.
///
/// @param fewest fewest replicas that may be; the present number if they can't change
/// @param inside bounds that use does not show
public record SizeSpace(Size current, int fewest, WritableSize form, CapacityFinding inside) {
    private static final double[] QUANTILES = {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98,
        0.985,
        0.99, 0.9925, 0.995, 0.997, 0.998, 0.999, 0.9995, 1};
    private static final double[] ABOVE_PEAK = {1.1, 1.25, 1.5};
    private static final double LEAST_MEMORY = 0.6;
    private static final double MOST_MEMORY = 2;
    private static final double MEMORY_STEP = 0.05;
    private static final int MOST_COUNTS = 12;

    /// The present number, and at most a dozen evenly spread ones down to the fewest.
    Set<Integer> counts() {
        Set<Integer> counts = new TreeSet<>(Set.of(Math.max(1, current.replicas())));
        int range = Math.max(0, current.replicas() - fewest);
        for (int i = 0; i < Math.min(range, MOST_COUNTS); i++) {
            counts.add(fewest + (int) ((long) i * range / Math.min(range, MOST_COUNTS)));
        }
        return counts;
    }

    /// Requests worth a look, in cores; only the present one if CPU was not measured.
    Set<Double> cores(Replay replay, int replicas) {
        Set<Double> found = new TreeSet<>(Set.of(current.cpuRequest()));
        for (double quantile : replay.cpuMeasured() ? QUANTILES : new double[0]) {
            found.add(form.cores(Math.max(replay.cpuQuantile(quantile, replicas, 1), inside.leastCores())));
        }
        for (double factor : replay.cpuMeasured() ? ABOVE_PEAK : new double[0]) {
            found.add(form.cores(Math.max(replay.cpuQuantile(1, replicas, 1) * factor, inside.leastCores())));
        }
        return within(found, replicas, current.cpuRequest());
    }

    /// Requests worth a look, in bytes; only the present one if memory was not measured.
    Set<Long> memory(Replay replay, int replicas) {
        Set<Long> found = new TreeSet<>(Set.of(current.memoryRequest()));
        double peak = replay.highestMemory(replicas);
        for (double factor = limitFollows() ? LEAST_MEMORY : 1; peak > 0
                && factor <= MOST_MEMORY; factor += MEMORY_STEP) {
            found.add(form.bytes(Math.max(peak * factor, inside.leastMemory())));
        }
        return within(found, replicas, current.memoryRequest());
    }

    /// Only the limit kills. Where it stays above the request, a request below use would show no risk, though the node evicts first
    /// what uses more than it asked for; such requests are not looked at.
    private boolean limitFollows() {
        return current.memoryLimit() == 0 || current.memoryLimit() == current.memoryRequest();
    }

    /// With another number of replicas none becomes larger than it is: a larger one may fit no node.
    private <N extends Number> Set<N> within(Set<N> found, int replicas, double most) {
        if (replicas != current.replicas()) {
            found.removeIf(each -> each.doubleValue() > most);
        }
        return found;
    }
}
