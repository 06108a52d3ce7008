package io.plimsoll.analysis.workload.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.WorkloadKey;

/// What the user changed of how identities are found: rules of their own, in order, and rules of Plimsoll's that are off. Immutable,
/// safe from any thread.
///
/// @param own only those that are on
public record OwnRules(List<CompiledRule> own, Set<IdentityRule> off) {
    public static final OwnRules NONE = new OwnRules(List.of(), Set.of());

    public OwnRules {
        own = List.copyOf(own);
        off = Set.copyOf(off);
    }

    public static OwnRules of(List<JoinRule> rules, Set<IdentityRule> off) {
        return new OwnRules(rules.stream().filter(JoinRule::on).map(CompiledRule::of).toList(), off);
    }

    Optional<WorkloadKey> of(BilledResource resource) {
        return first(each -> each.of(resource));
    }

    public Optional<WorkloadKey> of(TelemetrySeries series) {
        return first(each -> each.of(series));
    }

    Optional<WorkloadKey> of(DeclaredWorkload declared) {
        return first(each -> each.of(declared));
    }

    boolean allows(IdentityRule rule) {
        return !off.contains(rule);
    }

    private Optional<WorkloadKey> first(Function<CompiledRule, Optional<WorkloadKey>> match) {
        return own.stream().map(match).flatMap(Optional::stream).findFirst();
    }
}
