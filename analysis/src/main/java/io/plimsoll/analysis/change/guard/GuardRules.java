package io.plimsoll.analysis.change.guard;

import java.util.List;

/// All guards, in the order in which they are shown.
public final class GuardRules {
    public static final List<GuardRule> ALL = List.of(new StepCap(), new MemoryFloor(), new CpuFloor(),
            new RequestWithinLimit(), new NoShrink(), new ReplicaFloor(), new AutoscalerOwnsReplicas(),
            new RollOutHarm(),
            new QosChange(), new DirtySpan(), new KnownField(), new Secrets());

    private GuardRules() {
    }
}
