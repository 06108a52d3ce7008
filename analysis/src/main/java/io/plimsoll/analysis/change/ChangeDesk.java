package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.preview.Previewing;
import io.plimsoll.analysis.change.preview.Rebasing;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Head;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

/// The workspace's one current change set, kept across sessions with its steps, and its way into the clone. Safe from any thread.
///
/// Every method that looks into the clone may fail with NO_CLONE and with what `GitRepository.open` refuses.
public final class ChangeDesk {
    private final DeskLedger kept;
    private final WorkspaceClone clone;
    private final TouchedWorkloads touched;
    private final CurrentSet current;
    private final DeskProposals proposals;
    private final DeskCommits commits;

    /// @param rightsizing knows what the guards hold memory and CPU against, and what edits cost and risk
    public ChangeDesk(Workspace workspace, WorkspaceClone clone, Workloads workloads, Telemetry telemetry,
            Rightsizing rightsizing) {
        this(workspace, clone, telemetry, new TouchedWorkloads(workloads, ObservedSource.of(rightsizing),
                EffectSource.of(rightsizing)));
    }

    ChangeDesk(Workspace workspace, WorkspaceClone clone, Telemetry telemetry, TouchedWorkloads touched) {
        this.kept = new DeskLedger(workspace);
        this.clone = clone;
        this.touched = touched;
        this.current = new CurrentSet(kept, () -> head().commitId());
        this.proposals = new DeskProposals(touched);
        this.commits = new DeskCommits(kept, telemetry, touched);
    }

    public static List<Migration> migrations() {
        return List.of(Migration.resource("change", 1, ChangeDesk.class),
                Migration.resource("change", 2, ChangeDesk.class),
                Migration.resource("change", 3, ChangeDesk.class));
    }

    /// As below, with a saving that nobody knows.
    public Proposal propose(Workload workload, Size size, Cancellation cancellation) {
        return propose(workload, size, null, cancellation);
    }

    /// Turns a wanted size into intents against the change set's commit, and adds them. Per dimension the value that takes effect is
    /// edited: `LiveKnobs` tells which.
    ///
    /// @param size   a part of 0 is not asked for
    /// @param saving expected of the whole size; null if unknown. Not kept if a part of the size is not possible
    public synchronized Proposal propose(Workload workload, Size size, Evidence.@Nullable Saving saving,
            Cancellation cancellation) {
        DeclaredWorkload declared = workload.manifest();
        if (declared == null) {
            return DeskProposals.withoutManifest(workload);
        }
        try (GitRepository repository = clone.open()) {
            return proposals.propose(repository, current, workload, declared, size, saving, cancellation);
        }
    }

    /// The change set; an empty one on HEAD if there was none yet.
    public synchronized ChangeSet current() {
        return current.present();
    }

    /// The tags that workloads lack in Git, the costliest workload first, each with the edits that would add it; nothing is added yet.
    ///
    /// @param map of the clone's HEAD, which has the costs
    public List<MissingTag> missingTags(WorkloadMap map, List<WantedTag> wanted, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            String base = DeskProposals.start(repository, current).baseCommit();
            return touched.missingTags(repository, base, map, wanted, cancellation);
        }
    }

    /// Adds intents that were made elsewhere, against the present change set's commit.
    public synchronized ChangeSet add(List<Intent> intents) {
        try (GitRepository repository = clone.open()) {
            return current.put(DeskProposals.start(repository, current).withIntents(intents));
        }
    }

    /// Adds the edits that a guard offers, ticked, if they can be made. What the proposals beside them are expected to save stands as
    /// before.
    ///
    /// @throws StepFailure what reading and editing refuse
    public synchronized ChangeSet compensate(GuardResult result, Cancellation cancellation) {
        ChangeSet before = current();
        List<Intent> offered = result.compensations();
        if (offered.isEmpty()) {
            return before;
        }
        try (GitRepository repository = clone.open()) {
            new Previewing(repository).files(before.baseCommit(), offered, Progress.NONE, cancellation);
        }
        return current.put(before.withIntents(offered), current.estimates().including(before, offered));
    }

    /// In one step.
    ///
    /// @param places as `Intent.place` gives them
    public ChangeSet tick(List<String> places, boolean ticked) {
        return change(set -> each(set, places, (one, place) -> one.tick(place, ticked)));
    }

    /// In one step.
    ///
    /// @param places as `Intent.place` gives them
    public ChangeSet remove(List<String> places) {
        return change(set -> each(set, places, ChangeSet::without));
    }

    private static ChangeSet each(ChangeSet set, List<String> places, BiFunction<ChangeSet, String, ChangeSet> change) {
        ChangeSet changed = set;
        for (String place : places) {
            changed = change.apply(changed, place);
        }
        return changed;
    }

    /// Leaves an empty change set on HEAD; can be undone.
    public ChangeSet clear() {
        return change(set -> ChangeSet.on(head().commitId()));
    }

    /// Takes the last change of the set back.
    public synchronized ChangeSet undo() {
        return current.undo();
    }

    public synchronized ChangeSet redo() {
        return current.redo();
    }

    public synchronized boolean canUndo() {
        return current.canUndo();
    }

    public synchronized boolean canRedo() {
        return current.canRedo();
    }

    /// The commit that the change set is against.
    public DeskBase base() {
        try (GitRepository repository = clone.open()) {
            return DeskBase.of(repository, current().baseCommit());
        }
    }

    /// The same intents against the clone's HEAD. One whose new value stands there by now is dropped as done.
    ///
    /// @throws StepFailure STALE_OLD_VALUE, naming all whose value is another than the one that was looked at; the change set then
    ///                     stays on its commit
    public ChangeSet rebase(Cancellation cancellation) {
        return rebase("HEAD", cancellation);
    }

    /// The same against another commit, such as the tip of a remote-tracking branch after a fetch.
    ///
    /// @param revision as `GitRepository.resolve` takes it
    /// @throws StepFailure UNKNOWN_COMMIT, and as above
    public synchronized ChangeSet rebase(String revision, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return current.put(Rebasing.onto(current(), repository, repository.resolve(revision), cancellation));
        }
    }

    /// What a commit of the ticked intents would do, with the guards' verdicts at the new number of replicas.
    ///
    /// @throws StepFailure as `Changes.preview`
    public Preview preview(Progress progress, Cancellation cancellation) {
        ChangeSet set = current();
        try (GitRepository repository = clone.open()) {
            return commits.preview(repository, set, progress, cancellation);
        }
    }

    /// What the ticked intents are expected to save together; empty unless all of each proposal stands as it was made.
    public synchronized Optional<Evidence.Saving> saving() {
        return current.estimates().sum(current());
    }

    /// Where Git declares the workloads of the change set, by their words in it; those that can't be found are left out.
    public Map<String, DeclaredWorkload> declared(Cancellation cancellation) {
        ChangeSet set = current();
        try (GitRepository repository = clone.open()) {
            return touched.declared(repository, set, cancellation);
        }
    }

    /// A name for a new branch: `finops/` and the workload, or how many there are; numbered if it is taken.
    public String proposedBranch() {
        ChangeSet set = current();
        try (GitRepository repository = clone.open()) {
            return DeskCommits.freeBranch(repository, set);
        }
    }

    /// The message that a commit would get.
    public String message(Preview preview, CommitWish wish) {
        try (GitRepository repository = clone.open()) {
            return commits.message(repository, preview, wish);
        }
    }

    /// Commits the ticked intents, notes it in the ledger and takes them out of the change set. The steps before can't be undone
    /// any more; the commit can.
    ///
    /// @throws StepFailure AUTHOR_UNKNOWN, LEDGER_BROKEN, and as `Changes.commit`
    public synchronized Committed commit(CommitWish wish, Progress progress, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return commits.commit(repository, current, wish, progress, cancellation);
        }
    }

    /// Takes a commit of this workbench back by a new one and notes it in the ledger.
    ///
    /// @throws StepFailure AUTHOR_UNKNOWN, and as `Changes.undo`
    public synchronized Committed undoCommit(String commitId, UndoWish wish, Progress progress,
            Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            return commits.undo(repository, current, commitId, wish, progress, cancellation);
        }
    }

    /// Enters a commit whose entry in the ledger is missing because the program ended between the two; else does nothing. Commits and
    /// their undo do this too, before anything else.
    public synchronized void completeInterrupted(Cancellation cancellation) {
        if (kept.pending().isPresent()) {
            try (GitRepository repository = clone.open()) {
                commits.complete(repository, current, cancellation);
            }
        }
    }

    /// The newest commit from here that was not taken back.
    public Optional<String> lastCommit() {
        return kept.lastCommit();
    }

    /// Writes the ticked intents as one text that `git apply` takes. The file is whole or not there.
    ///
    /// @throws StepFailure WRITE_FAILED, and as `preview`
    public void patch(Path file, Progress progress, Cancellation cancellation) {
        AtomicFile.write(file, preview(progress, cancellation).unified());
    }

    /// What edits would do, and what taking any commit back would.
    public WhatIf whatIf() {
        return new WhatIf(clone, touched);
    }

    /// The other choice for values that several roots take.
    public OverlayChoices overlays() {
        return new OverlayChoices(clone, touched, this::change);
    }

    /// The way of commits out of the clone.
    public HandOver handOver() {
        return new HandOver(kept, clone);
    }

    private synchronized ChangeSet change(UnaryOperator<ChangeSet> change) {
        return current.put(change.apply(current()));
    }

    private Head head() {
        try (GitRepository repository = clone.open()) {
            return repository.head();
        }
    }
}
