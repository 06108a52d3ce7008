package io.plimsoll.analysis.allocation;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.task.StepFailure;

/// A question about who caused the cost of machines.
///
/// @param metric           which of the four costs is divided
/// @param from             first day; null for the first that bill and telemetry both have, at most 30 days back
/// @param to               last day; null for the last complete one that both have
/// @param sharedNamespaces that work for the others, beside those that begin with `kube-`
/// @param keys             for the rule `KEYS`
public record AllocationQuery(Grouping by, CostMetric metric, @Nullable LocalDate from, @Nullable LocalDate to,
        IdleRule idle, SharedRule shared, Set<String> sharedNamespaces, SharedKeys keys) {
    /// Kubernetes' own namespaces.
    private static final String SYSTEM = "kube-";

    public AllocationQuery {
        sharedNamespaces = Set.copyOf(sharedNamespaces);
        if (from != null && to != null && to.isBefore(from)) {
            throw StepFailure.wrongUsage("PERIOD", "The period ends (" + to + ") before it starts (" + from + ").",
                    "Swap the two days.");
        }
        if (shared == SharedRule.KEYS && keys.services().isEmpty()) {
            throw StepFailure.wrongUsage("KEYS_NEEDED", "The rule keys needs a file of keys.",
                    "Name it: --keys FILE, a CSV service,consumer,weight.");
        }
        if (shared != SharedRule.KEYS && !keys.services().isEmpty()) {
            throw StepFailure.wrongUsage("KEYS_UNUSED", "There are keys, but shared cost is spread by another rule.",
                    "Say --shared keys, or leave the keys out.");
        }
    }

    /// Effective cost, nothing spread.
    public static AllocationQuery by(Grouping by) {
        return new AllocationQuery(by, CostMetric.EFFECTIVE, null, null, IdleRule.OWN, SharedRule.OWN, Set.of(),
                SharedKeys.NONE);
    }

    public AllocationQuery within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AllocationQuery(by, metric, first, last, idle, shared, sharedNamespaces, keys);
    }

    public AllocationQuery of(CostMetric other) {
        return new AllocationQuery(by, other, from, to, idle, shared, sharedNamespaces, keys);
    }

    public AllocationQuery spread(IdleRule idleRule, SharedRule sharedRule) {
        return new AllocationQuery(by, metric, from, to, idleRule, sharedRule, sharedNamespaces, keys);
    }

    public AllocationQuery keyed(IdleRule idleRule, SharedKeys sharedKeys) {
        return new AllocationQuery(by, metric, from, to, idleRule, SharedRule.KEYS, sharedNamespaces, sharedKeys);
    }

    public AllocationQuery sharing(Set<String> namespaces) {
        return new AllocationQuery(by, metric, from, to, idle, shared, namespaces, keys);
    }

    /// Whether a tenant works for the others.
    public boolean isShared(Tenant tenant) {
        return tenant.kind() == Tenant.Kind.CONTROL_PLANE || tenant.kind() == Tenant.Kind.WORKLOAD
                && (tenant.namespace().startsWith(SYSTEM) || sharedNamespaces.contains(tenant.namespace()));
    }
}
