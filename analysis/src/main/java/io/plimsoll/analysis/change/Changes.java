package io.plimsoll.analysis.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.guard.GuardInput;
import io.plimsoll.analysis.change.guard.GuardRules;
import io.plimsoll.analysis.change.guard.Guards;
import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.change.message.CommitMessage;
import io.plimsoll.analysis.change.preview.CommitObjects;
import io.plimsoll.analysis.change.preview.Previewing;
import io.plimsoll.analysis.change.preview.Splitting;
import io.plimsoll.analysis.change.preview.Undoing;
import io.plimsoll.analysis.repository.CommitInfo;
import io.plimsoll.analysis.repository.CommitRequest;
import io.plimsoll.analysis.repository.CommitSigner;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.SignWish;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// From a change set to a commit and back. Every byte that is committed is worked out anew from the base commit and the intents;
/// what the work tree holds never gets into a commit. Index, work tree and HEAD stay as they are, and no hook runs.
/// Safe from any thread.
///
/// Beside the codes named here, what reading (`SYMLINK`, `LFS` ...), editing (`STALE_OLD_VALUE`, `ALIAS` ...) and committing
/// (`BRANCH_MOVED` ...) refuse comes through.
public final class Changes {
    private final GitRepository repository;
    private final Clock clock;
    private final Consumer<CommitRequest> announce;
    private final CommitObjects objects;

    /// @param clock dates the commits
    public Changes(GitRepository repository, Clock clock) {
        this(repository, clock, new CommitObjects(), request -> {});
    }

    /// @param objects  keeps what was read of the last commit
    /// @param announce hears of each commit right before Git is asked for it; what it throws prevents the commit
    Changes(GitRepository repository, Clock clock, CommitObjects objects, Consumer<CommitRequest> announce) {
        this.repository = repository;
        this.clock = clock;
        this.announce = announce;
        this.objects = objects;
    }

    /// What a commit of the ticked intents would do. All of them or a refusal: there is no partial preview.
    ///
    /// @param observed what the telemetry saw of the workloads
    /// @throws StepFailure NOTHING_TICKED, GUARDS_FILE
    public Preview preview(ChangeSet set, List<Observed> observed, Progress progress, Cancellation cancellation) {
        return preview(set, observed, "", progress, cancellation);
    }

    private Preview preview(ChangeSet set, List<Observed> observed, String message, Progress progress,
            Cancellation cancellation) {
        if (set.ticked().isEmpty()) {
            throw StepFailure.wrongUsage("NOTHING_TICKED", "The change set holds nothing to commit.",
                    "Tick at least one change.");
        }
        String base = repository.resolve(set.baseCommit());
        List<FilePreview> files = new Previewing(repository).files(base, set.ticked(), progress.part(0, 0.5),
                cancellation);
        progress.update("Checking the guards", 0.5);
        GuardInput input = input(base, files, observed, message, cancellation);
        return new Preview(base, List.copyOf(files), Guards.check(input), List.copyOf(observed));
    }

    /// The guards in the order in which they are shown.
    public static List<GuardInfo> rules() {
        return GuardRules.ALL.stream().map(rule -> new GuardInfo(rule.id(), rule.explanation(), rule.overridable(),
                rule.appliesToUndo())).toList();
    }

    /// What the clone's own file says at a commit, else the defaults.
    ///
    /// @throws StepFailure GUARDS_FILE
    public static GuardSettings settings(GitRepository repository, String commitId) {
        return repository.fileAt(commitId, GuardsFile.PATH).isPresent()
                ? GuardsFile.read(repository.read(commitId, GuardsFile.PATH))
                : GuardSettings.DEFAULTS;
    }

    private GuardInput input(String base, List<FilePreview> files, List<Observed> observed, String message,
            Cancellation cancellation) {
        ClusterObjects cluster = new ClusterObjects(objects.of(repository, base, cancellation), files);
        return new GuardInput(files, observed, settings(repository, base), cluster, message);
    }

    /// Commits the ticked intents: as one commit, or as one for each workload, all or none. The guards judge all of it together.
    ///
    /// @throws StepFailure NOTHING_TICKED, GUARD, OVERRIDE_UNKNOWN, OVERRIDE_REASON, BRANCH_EXISTS, SPLIT_DIFFERS, and what
    ///                     `GitRepository.signer` refuses
    public Committed commit(ChangeSet set, List<Observed> observed, CommitOrder order, Progress progress,
            Cancellation cancellation) {
        List<String> words = new ArrayList<>(order.overrides().values());
        words.add(order.message() == null ? "" : order.message());
        words.add(order.evidence().basis());
        Preview preview = preview(set, observed, String.join("\n", words), progress, cancellation);
        Guards.require(preview.guards(), order.overrides());
        Optional<String> tip = repository.tip(order.branch());
        if (tip.isPresent() && repository.describe(tip.get()).trailer(CommitMessage.CHANGE_ID).isEmpty()) {
            throw StepFailure.refused("BRANCH_EXISTS",
                    "Branch " + order.branch() + " is not one that this workbench started.",
                    "Choose another name for the branch.");
        }
        CommitSigner signer = signer(order.sign());
        Map<String, Preview> parts = order.split() == null
                ? Map.of("", preview)
                : new Splitting(repository).byWorkload(preview, set.ticked(), cancellation);
        List<CommitRequest.Step> steps = new ArrayList<>();
        parts.forEach((workload, part) -> steps.add(step(part,
                CommitMessage.of(part, order.split() == null ? order : order.of(workload)))));
        cancellation.check();
        return write(preview, new CommitRequest(preview.baseCommit(), order.branch(), tip.isEmpty(), steps,
                order.author(), clock.instant(), signer));
    }

    private @Nullable CommitSigner signer(@Nullable SignWish wish) {
        return wish == null ? null : repository.signer(wish);
    }

    /// Takes a commit of this workbench back by a new one.
    ///
    /// @param commitId id, also shortened
    /// @throws StepFailure NOT_OURS, UNDO_BRANCH, TRAILER, GUARD, OVERRIDE_UNKNOWN, OVERRIDE_REASON
    public Committed undo(String commitId, UndoOrder order, Progress progress, Cancellation cancellation) {
        CommitInfo commit = repository.describe(commitId);
        Undoing undoing = new Undoing(repository);
        Undoing.Place place = undoing.place(commit, order.branch());
        progress.update("Setting the values back", 0);
        List<FilePreview> files = undoing.files(commit, place.base(), cancellation);
        String words = order.reason() + "\n" + String.join("\n", order.overrides().values());
        GuardInput input = input(place.base(), files, List.of(), words, cancellation);
        Preview preview = new Preview(place.base(), files, Guards.checkUndo(input), List.of());
        Guards.require(preview.guards(), order.overrides());
        CommitRequest.Step step = step(preview, CommitMessage.ofUndo(preview, order, commit.id()));
        return write(preview, new CommitRequest(preview.baseCommit(), place.branch(), place.newBranch(), List.of(step),
                order.author(), clock.instant(), signer(order.sign())));
    }

    private static CommitRequest.Step step(Preview preview, String message) {
        Map<String, byte[]> files = new HashMap<>();
        preview.files().forEach(file -> files.put(file.file(), file.after()));
        return new CommitRequest.Step(message, files);
    }

    private Committed write(Preview preview, CommitRequest request) {
        announce.accept(request);
        List<String> ids = repository.commitSteps(request);
        List<Committed.Made> made = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            made.add(new Committed.Made(ids.get(i), request.steps().get(i).message()));
        }
        return new Committed(request.branch(), made, request.signer() != null, preview.guards());
    }
}
