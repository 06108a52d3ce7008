package io.plimsoll.analysis.rightsizing.strategy;

import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// What both KRR strategies share (robusta-dev/krr@d6baa74, MIT: strategies/simple.py, simple_limit.py, core/runner.py).
record KrrRule(Usage history) {
    private static final double HISTORY_HOURS = 336;
    private static final double SHORTEST_HOURS = 3;
    private static final int FEWEST_POINTS = 100;
    private static final double SMALLEST_CPU = 0.010;
    private static final double SMALLEST_MEMORY = 100e6;

    static KrrRule of(Usage training) {
        return new KrrRule(training.lastDays(HISTORY_HOURS / 24));
    }

    boolean knowsCpu() {
        return longEnough() && history.cpuSamples() >= FEWEST_POINTS;
    }

    boolean knowsMemory() {
        return longEnough() && history.memorySamples() >= FEWEST_POINTS;
    }

    private boolean longEnough() {
        return (history.last() - history.first()) / 3600.0 >= SHORTEST_HOURS;
    }

    /// The largest of the pods' percentiles, rounded up to a millicore. Prometheus' `quantile_over_time` interpolates.
    double cpu(double p) {
        double largest = history.replicas().stream().filter(each -> each.cpu().length() > 0)
                .mapToDouble(each -> Robust.quantile(each.cpu().values(), p)).max().orElse(0);
        return Math.max(SMALLEST_CPU, Size.roundCpu(largest, 1));
    }

    /// The highest sample of all pods plus the buffer, rounded up to a MiB; after a kill the buffer is 25 %.
    long memory(double buffer, boolean mindKills) {
        double factor = 1 + (mindKills && !history.ooms().isEmpty() ? Math.max(buffer, 0.25) : buffer);
        return Size.roundMemory(Math.max(SMALLEST_MEMORY, history.highestMemory() * factor));
    }
}
