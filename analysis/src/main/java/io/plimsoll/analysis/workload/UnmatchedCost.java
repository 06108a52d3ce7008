package io.plimsoll.analysis.workload;

import java.util.List;

/// A charged resource that belongs to no workload.
///
/// @param machine    whether it is a machine, as `Coverage` says, where telemetry could be expected
/// @param candidates workloads that are equally good, empty if none is known
public record UnmatchedCost(BilledResource resource, boolean machine, LinkState state, List<Evidence> candidates) {
    public UnmatchedCost {
        candidates = List.copyOf(candidates);
    }
}
