package io.plimsoll.analysis.change;

import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.Workload;

/// Says what the telemetry saw of a workload, for the guards.
@FunctionalInterface
public interface ObservedSource {
    /// Knows nothing; the guards then say that they can't check.
    ObservedSource NONE = (workload, word, replicas, cancellation) -> List.of();

    /// @param word     names the workload in the result, as in `Intent`
    /// @param replicas that will share the load; empty for as many as there were
    List<Observed> observed(Workload workload, String word, OptionalInt replicas, Cancellation cancellation);
}
