package io.plimsoll.analysis.anomaly.signal;

import java.util.Arrays;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.telemetry.Measure;

/// What is judged of a workload, how its pods become one series, and from which size on a change is worth a look.
///
/// Requests that fail are of the domain latency: they are noticed by the same people at the same moment as slow ones, and mended the
/// same way. Missing values are of the domain quality, as all that data are like.
enum Watched {
    CPU(Measure.CPU_CORES, Domain.USE, true, 0.25, 0.3), //
    MEMORY(Measure.MEMORY_BYTES, Domain.USE, true, 512.0 * (1 << 20), 0.3), //
    CPU_SHARE(Measure.CPU_SHARE, Domain.USE, false, 0.1, 0.3), //
    MEMORY_SHARE(Measure.MEMORY_SHARE, Domain.USE, false, 0.1, 0.3), //
    GPU(Measure.GPU_SHARE, Domain.USE, true, 0.2, 0.3), //
    GPU_MEMORY(Measure.GPU_MEMORY_BYTES, Domain.USE, true, 1L << 30, 0.3), //
    NETWORK(Measure.NETWORK_BYTES, Domain.USE, true, 2e6, 0.5), //
    LATENCY(Measure.LATENCY_SECONDS, Domain.LATENCY, false, 0.05, 0.5), //
    RUN_TIME(Measure.RUN_SECONDS, Domain.LATENCY, false, 300, 0.5), //
    LAG(Measure.QUEUE_LAG, Domain.LATENCY, true, 1000, 1), //
    ERROR_SHARE(Measure.ERROR_SHARE, Domain.LATENCY, false, 0.01, 1), //
    ERROR_RATE(Measure.ERROR_RATE, Domain.LATENCY, true, 0.1, 1), //
    NULL_SHARE(Measure.NULL_SHARE, Domain.QUALITY, false, 0.01, 1);

    private static final long HOUR = 3600;
    private static final long QUARTER = 900;

    private final Measure measure;
    private final Domain domain;
    private final boolean summed;
    private final double least;
    private final double leastShare;

    Watched(Measure measure, Domain domain, boolean summed, double least, double leastShare) {
        this.measure = measure;
        this.domain = domain;
        this.summed = summed;
        this.least = least;
        this.leastShare = leastShare;
    }

    static Optional<Watched> of(Measure measure) {
        return Arrays.stream(values()).filter(each -> each.measure == measure).findFirst();
    }

    Measure measure() {
        return measure;
    }

    Domain domain() {
        return domain;
    }

    /// Pods share what is summed; of the rest the worst pod counts.
    boolean summed() {
        return summed;
    }

    /// The smallest change worth an event, in the measure's unit.
    double least() {
        return least;
    }

    /// The smallest change worth an event, as a share of what was expected.
    double leastShare() {
        return leastShare;
    }

    /// Seconds from reading to reading: use is planned by the hour, and there is much of it; who waits does so for minutes.
    long step() {
        return domain == Domain.USE ? HOUR : QUARTER;
    }
}
