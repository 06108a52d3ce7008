package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.rightsizing.known.KnownStates;
import io.plimsoll.analysis.rightsizing.known.Opened;
import io.plimsoll.analysis.rightsizing.latency.MeasuredLatency;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workload;

/// What is to be expected of a size: whether tomorrow exceeds it, and how long requests take. Only on demand: no advice waits for it. Safe
/// from any thread.
public final class Outlook {
    private final KnownStates states;
    private final Telemetry telemetry;
    private final MeasuredUse measured;

    Outlook(KnownStates states, Telemetry telemetry, MeasuredUse measured) {
        this.states = states;
        this.telemetry = telemetry;
        this.measured = measured;
    }

    /// What was learned of breaches from all workloads; takes seconds, and is kept like other answers.
    public Breaches breaches(Progress progress, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            Breaches kept = opened.state().breaches().get();
            if (kept != null) {
                return kept;
            }
            Breaches made = Breaches.learn(opened.map().workloads(), some -> {
                MeasuredUse ahead = measured.ahead(some, cancellation);
                return each -> ahead.usage(each, 0, cancellation);
            }, progress, cancellation);
            opened.state().breaches().set(made);
            return made;
        }
    }

    /// Whether a size will be exceeded tomorrow: CPU, then memory, of each what was measured.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public List<BreachForecast> forecast(String workload, Size size, Progress progress, Cancellation cancellation) {
        Breaches learned = breaches(progress, cancellation);
        try (Opened opened = states.open(cancellation)) {
            return learned.forecast(WorkloadFigures.dealt(opened.situation(workload, cancellation),
                    OptionalInt.of(size.replicas())), size);
        }
    }

    /// How long its requests take, by utilisation, prepared once. Without latency telemetry it answers that there is none.
    ///
    /// @throws StepFailure WORKLOAD_UNKNOWN
    public LatencyModel latency(String workload, Cancellation cancellation) {
        try (Opened opened = states.open(cancellation)) {
            Workload found = opened.state().find(workload);
            LatencyModel kept = opened.state().latencies().get(found.key());
            if (kept != null) {
                return kept;
            }
            LatencyModel made = LatencyModel.of(opened.situation(found, cancellation),
                    MeasuredLatency.of(found, telemetry, cancellation));
            opened.state().latencies().put(found.key(), made);
            return made;
        }
    }
}
