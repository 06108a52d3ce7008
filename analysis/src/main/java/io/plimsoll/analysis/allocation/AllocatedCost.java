package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A part of one machine's cost of one day. All parts of a machine and day add up to what was charged for it, to the last digit.
///
/// @param node     the charged resource's id; empty for machine charges that name none
/// @param scope    within which cost is spread: the cluster, or the machine itself outside Kubernetes
/// @param currency of the amount
/// @param amount   negative where a correction is
public record AllocatedCost(String node, String scope, LocalDate day, String currency, Tenant tenant, Part part,
        BigDecimal amount) {
    public AllocatedCost to(Tenant other, Part as, BigDecimal share) {
        return new AllocatedCost(node, scope, day, currency, other, as, share);
    }

    /// Why a tenant has it: by what it claimed itself, as its part of what was idle, or as its part of what all share.
    public enum Part {
        OWN, IDLE, SHARED
    }
}
