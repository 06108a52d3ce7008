package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

/// Says what values written into manifests do to a workload.
@FunctionalInterface
interface EffectSource {
    static EffectSource of(Rightsizing rightsizing) {
        return (workload, written, cancellation) -> {
            if (!workload.hasTelemetry() || workload.key().kind().equals(WorkloadKey.MACHINE)) {
                return Optional.empty();
            }
            try {
                return rightsizing.effects().written(workload.key().toString(), written, cancellation);
            } catch (StepFailure e) {
                // HEAD may have moved on to manifests without it.
                if (e.code().equals("WORKLOAD_UNKNOWN")) {
                    return Optional.empty();
                }
                throw e;
            }
        };
    }

    /// @param written knobs as they would read afterwards
    /// @return empty if it can't be told
    Optional<SizeEffect> effect(Workload workload, List<Knob> written, Cancellation cancellation);
}
