package io.plimsoll.analysis.change;

import java.util.List;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;

/// What edits would do, and what taking a commit back would: to cost, to risk and to what deployers render. Nothing is written. Safe
/// from any thread.
///
/// Every method may fail with NO_CLONE and with what `GitRepository.open` refuses.
public final class WhatIf {
    private final WorkspaceClone clone;
    private final TouchedWorkloads touched;

    WhatIf(WorkspaceClone clone, TouchedWorkloads touched) {
        this.clone = clone;
        this.touched = touched;
    }

    /// What the edits of a preview do to cost and risk, where bill and telemetry tell it.
    public Effects effects(Preview preview, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return touched.effects(repository, preview, cancellation);
        }
    }

    /// Each cost field that Argo CD, Flux, Helm and kustomize deploy otherwise with a preview's edits than without them.
    public List<RenderedChange> rendered(Preview preview, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return touched.rendered(repository, preview, cancellation);
        }
    }

    /// What it would cost or save, and risk, to set back the values that a commit changed; the files as they would be, and what later
    /// commits stand in the way.
    ///
    /// @param commitId id, also shortened; any commit, not only one of this workbench
    /// @throws io.plimsoll.analysis.task.StepFailure UNKNOWN_COMMIT, and what reading and editing refuse
    public RevertPreview revert(String commitId, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return RevertPreview.of(repository, commitId, touched.revertEffect(repository, commitId, cancellation),
                    cancellation);
        }
    }
}
