package io.plimsoll.analysis.manifest.owner;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.owner.kustomize.KustomizeRoots;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

/// Says for every cost field that a clone deploys which file, document, line and path it is written at, who else takes it
/// from there, and which places lose. Nothing is executed or fetched. Pure, safe from any thread.
public final class Owners {
    private Owners() {
    }

    /// @param files the clone's files: path from the top, with `/`, and content
    /// @throws io.plimsoll.analysis.task.CancelledException when asked to stop
    public static Trace trace(Map<String, byte[]> files, Cancellation cancellation) {
        Sources sources = new Sources(files);
        return Trace.joined(List.of(KustomizeRoots.trace(sources, KustomizeRoots.roots(sources), cancellation)));
    }
}
