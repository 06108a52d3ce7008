package io.plimsoll.analysis.rightsizing.known;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.current.MeasuredUse;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

/// Keeps what was worked out until the ledger or the clone's HEAD changes. Safe from any thread.
public final class KnownStates {
    /// Entries of the ledger that change no answer here.
    private static final Set<String> UNRELATED = Set.of("label", "commit", "undo", "push", "scenario-new",
            "scenario-step", "scenario-step-removed", "scenario-removed", "planned-add", "planned-remove",
            "alert-budget");

    private final Workspace workspace;
    private final Billing billing;
    private final Workloads workloads;
    private final WorkspaceClone clone;
    private final MeasuredUse measured;
    private @Nullable KnownState state;

    public KnownStates(Workspace workspace, Billing billing, Workloads workloads, WorkspaceClone clone,
            MeasuredUse measured) {
        this.workspace = workspace;
        this.billing = billing;
        this.workloads = workloads;
        this.clone = clone;
        this.measured = measured;
    }

    /// The caller closes it.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure what `WorkspaceClone.openIfThere` refuses
    public Opened open(Cancellation cancellation) {
        GitRepository repository = clone.openIfThere().orElse(null);
        try {
            String head = repository == null ? "" : repository.head().commitId();
            return new Opened(repository, state(repository, head, cancellation));
        } catch (RuntimeException e) {
            if (repository != null) {
                repository.close();
            }
            throw e;
        }
    }

    private synchronized KnownState state(@Nullable GitRepository repository, String head, Cancellation cancellation) {
        int entries = (int) workspace.ledger().entries().stream().filter(each -> !UNRELATED.contains(each.kind()))
                .count();
        KnownState known = state;
        if (known != null && known.entries() == entries && known.head().equals(head)) {
            return known;
        }
        ManifestIndex index = repository == null
                ? ManifestIndex.empty()
                : ManifestIndex.read(repository, head, cancellation);
        KnownState made = KnownState.of(entries, head, workloads.map(index, cancellation), billing, measured);
        state = made;
        return made;
    }
}
