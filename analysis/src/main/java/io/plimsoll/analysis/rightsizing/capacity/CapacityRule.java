package io.plimsoll.analysis.rightsizing.capacity;

import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.Cancellation;

/// Knows one kind of workload from the inside. Stateless, safe from any thread; the caller runs it.
public interface CapacityRule {
    /// Stable name.
    String id();

    /// How it decides and where its constants come from.
    String explanation();

    /// @return `CapacityFinding.NONE` where the rule does not apply, or nothing is known
    CapacityFinding find(Situation situation, Cancellation cancellation);
}
