package io.plimsoll.analysis.change.guard;

import java.util.List;

/// All guards, in the order in which they are shown.
public final class GuardRules {
    public static final List<GuardRule> ALL = List.of(
            new StepCap(),
            new MemoryFloor(),
            new CpuFloor(),
            new ObservedDays(),
            new RequestWithinLimit(),
            new LimitRanges(),
            new Quotas(),
            new JvmHeap(),
            new NoShrink(),
            new ImmutableField(),
            new Retention(),
            new ReplicaFloor(),
            new DisruptionBudget(),
            new Quorum(),
            new AutoscalerOwnsReplicas(),
            new HpaTarget(),
            new VpaOwnsRequests(),
            new RollOutHarm(),
            new QosChange(),
            new DirtySpan(),
            new KnownField(),
            new ProtectedPath(),
            new Secrets());

    private GuardRules() {
    }
}
