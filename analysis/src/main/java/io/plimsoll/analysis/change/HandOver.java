package io.plimsoll.analysis.change;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Branch;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.repository.Outgoing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// The way of commits out of the clone: into a file without a network, or to a remote by the user's own Git. A command that opens a
/// connection is planned first, shown, and runs only if it is still the same. Safe from any thread.
///
/// Every method may fail with NO_CLONE and with what `GitRepository.open` refuses. `branch` is null for that of the newest commit that
/// was made here; without one they fail with NOTHING_TO_HAND_OVER.
public final class HandOver {
    private final DeskLedger kept;
    private final WorkspaceClone clone;

    HandOver(DeskLedger kept, WorkspaceClone clone) {
        this.kept = kept;
        this.clone = clone;
    }

    /// Writes the commits of a branch as a bundle, which `git fetch FILE` reads like a remote. The file is whole or not there.
    ///
    /// @throws StepFailure WRITE_FAILED, and as `Dispatch.outgoing`
    public HandedOver bundle(Path file, @Nullable String branch) {
        try (GitRepository repository = clone.open()) {
            Outgoing outgoing = repository.dispatch().outgoing(named(branch));
            AtomicFile.write(file, repository.dispatch().bundle(outgoing));
            return new HandedOver(file, outgoing);
        }
    }

    /// Writes the commits of a branch as mails in one file, which `git am FILE` takes.
    ///
    /// @throws StepFailure WRITE_FAILED, PATCH_MERGE, PATCH_BINARY, and as `Dispatch.outgoing`
    public HandedOver patches(Path file, @Nullable String branch) {
        try (GitRepository repository = clone.open()) {
            Outgoing outgoing = repository.dispatch().outgoing(named(branch));
            AtomicFile.write(file, repository.dispatch().mailPatches(outgoing));
            return new HandedOver(file, outgoing);
        }
    }

    /// What a push would run. Only a branch whose last commit was made here is pushed.
    ///
    /// @throws StepFailure PUSH_NOT_OURS, and as `Dispatch.pushCommand`
    public NetworkCommand pushCommand(@Nullable String branch, @Nullable String remote) {
        try (GitRepository repository = clone.open()) {
            return push(repository, named(branch), remote);
        }
    }

    private NetworkCommand push(GitRepository repository, String branch, @Nullable String remote) {
        NetworkCommand command = repository.dispatch().pushCommand(branch, remote);
        if (!kept.commits().contains(String.valueOf(command.tip()))) {
            throw StepFailure.refused("PUSH_NOT_OURS",
                    "The last commit of branch " + branch + " was not made here.",
                    "Push it yourself: git push " + command.remote() + " " + branch);
        }
        return command;
    }

    /// Pushes, never by force, and notes it in the ledger.
    ///
    /// @param shown what `pushCommand` answered
    /// @throws StepFailure COMMAND_CHANGED, PUSH_REJECTED, NETWORK_FAILED
    public void push(NetworkCommand shown, Progress progress, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            same(shown, push(repository, Objects.requireNonNull(shown.branch(), "a fetch"), shown.remote()));
            repository.dispatch().run(shown, progress, cancellation);
            kept.pushed(shown);
        }
    }

    /// What a fetch would run.
    ///
    /// @throws StepFailure as `Dispatch.fetchCommand`
    public NetworkCommand fetchCommand(@Nullable String remote) {
        try (GitRepository repository = clone.open()) {
            return repository.dispatch().fetchCommand(remote);
        }
    }

    /// Brings the remote-tracking branches up to date; local branches, HEAD and work tree stay.
    ///
    /// @param shown what `fetchCommand` answered
    /// @return those that came or moved
    /// @throws StepFailure COMMAND_CHANGED, NETWORK_FAILED
    public List<Branch> fetch(NetworkCommand shown, Progress progress, Cancellation cancellation) {
        Map<String, String> before;
        try (GitRepository repository = clone.open()) {
            same(shown, repository.dispatch().fetchCommand(shown.remote()));
            before = repository.branches().stream().filter(Branch::remote)
                    .collect(Collectors.toMap(Branch::name, Branch::commitId));
            repository.dispatch().run(shown, progress, cancellation);
        }
        try (GitRepository repository = clone.open()) {
            return repository.branches().stream().filter(Branch::remote)
                    .filter(branch -> !branch.commitId().equals(before.get(branch.name()))).toList();
        }
    }

    private static void same(NetworkCommand shown, NetworkCommand now) {
        if (!shown.equals(now)) {
            throw StepFailure.refused("COMMAND_CHANGED", "The clone has changed since the command was shown.",
                    "Look at it again.");
        }
    }

    private String named(@Nullable String branch) {
        return branch != null
                ? branch
                : kept.lastBranch().orElseThrow(() -> StepFailure.wrongUsage("NOTHING_TO_HAND_OVER",
                        "Nothing was committed in this workspace yet.", "Commit first, or name a branch: --branch B"));
    }
}
