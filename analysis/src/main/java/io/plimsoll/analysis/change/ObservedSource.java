package io.plimsoll.analysis.change;

import java.util.List;
import java.util.OptionalInt;

import io.plimsoll.analysis.rightsizing.Peaks;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;

/// Says what the telemetry saw of a workload, for the guards.
@FunctionalInterface
interface ObservedSource {
    /// Knows nothing; the guards then say that they can't check.
    ObservedSource NONE = (workload, word, replicas, cancellation) -> List.of();

    /// The peaks of the measured use, dealt out over as many replicas as there will be.
    static ObservedSource of(Rightsizing rightsizing) {
        return (workload, word, replicas, cancellation) -> {
            if (!workload.hasTelemetry()) {
                return List.of();
            }
            try {
                Peaks peaks = rightsizing.figures().peaks(workload.key().toString(), replicas, cancellation);
                return List.of(new Observed(word, "", peaks.memory(), peaks.p99Cpu(), peaks.days()));
            } catch (StepFailure e) {
                // HEAD may have moved on to manifests without it.
                if (e.code().equals("WORKLOAD_UNKNOWN")) {
                    return List.of();
                }
                throw e;
            }
        };
    }

    /// @param word     names the workload in the result, as in `Intent`
    /// @param replicas that will share the load; empty for as many as there were
    List<Observed> observed(Workload workload, String word, OptionalInt replicas, Cancellation cancellation);
}
