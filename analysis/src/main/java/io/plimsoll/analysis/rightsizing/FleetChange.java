package io.plimsoll.analysis.rightsizing;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

/// One workload in a plan for the fleet.
///
/// @param now  what is set, replayed
/// @param then what the plan sets; equal to `now` where it changes nothing
public record FleetChange(WorkloadKey workload, FrontierPoint now, FrontierPoint then) {
    public boolean changes() {
        return !now.size().equals(then.size());
    }

    /// A month; negative where the plan spends more to be safer.
    public Money saving() {
        return now.monthlyCost().minus(then.monthlyCost());
    }
}
