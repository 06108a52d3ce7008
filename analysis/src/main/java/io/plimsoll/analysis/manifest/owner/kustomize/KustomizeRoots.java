package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

/// The kustomizations of a clone that no other one builds upon.
public final class KustomizeRoots {
    private KustomizeRoots() {
    }

    public static Trace trace(Sources sources, Cancellation cancellation) {
        cancellation.check();
        return new Trace(List.of(), List.of());
    }
}
