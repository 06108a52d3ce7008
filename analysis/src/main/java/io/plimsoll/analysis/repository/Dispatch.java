package io.plimsoll.analysis.repository;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.network.NetworkPlan;
import io.plimsoll.analysis.repository.plumbing.Bundling;
import io.plimsoll.analysis.repository.plumbing.GitCall;
import io.plimsoll.analysis.repository.plumbing.MailPatches;
import io.plimsoll.analysis.repository.plumbing.OutgoingWalk;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// The way of commits out of a clone and into it: in a file without a network, or by the user's own Git. Only `run` opens a connection
/// or starts a program. Safe from any thread, as long as the repository that it comes from is open.
///
/// Every method may fail with MISSING_OBJECT, CORRUPT_OBJECT or GIT_IO beside the codes it names.
public final class Dispatch {
    private final Repository repository;

    Dispatch(Repository repository) {
        this.repository = repository;
    }

    /// What a local branch has that neither HEAD nor a remote-tracking branch of another name has.
    ///
    /// @throws StepFailure UNKNOWN_BRANCH, NOTHING_TO_HAND_OVER
    public Outgoing outgoing(String branch) {
        return GitCall.run("walk branch " + branch, () -> new OutgoingWalk(repository).of(branch));
    }

    /// Those commits as a bundle of version 2, for `git fetch FILE`.
    public byte[] bundle(Outgoing outgoing) {
        return GitCall.run("bundle " + outgoing.branch(), () -> Bundling.write(repository, outgoing));
    }

    /// Those commits as mails in one file, for `git am FILE`.
    ///
    /// @throws StepFailure PATCH_MERGE, PATCH_BINARY
    public byte[] mailPatches(Outgoing outgoing) {
        return GitCall.run("write patches of " + outgoing.branch(), () -> new MailPatches(repository).write(outgoing));
    }

    /// Where the remotes are, as the clone's configuration writes them; nothing is connected to. May hold passwords.
    public List<String> addresses() {
        Config config = repository.getConfig();
        return config.getSubsections("remote").stream().flatMap(remote -> Stream.of("url", "pushurl")
                .flatMap(name -> Stream.of(config.getStringList("remote", remote, name))))
                .filter(address -> !address.isBlank()).distinct().toList();
    }

    /// The command that would bring the remote-tracking branches up to date; nothing runs yet.
    ///
    /// @param remote null for the only one, or `origin`
    /// @throws StepFailure NO_GIT, NO_REMOTE, CLONE_CONFIG, REMOTE_URL, LOCAL_REMOTE
    public NetworkCommand fetchCommand(@Nullable String remote) {
        return GitCall.run("plan a fetch", () -> new NetworkPlan(repository).fetch(remote));
    }

    /// The command that would make the remote's branch of the same name what the local one is, by a fast-forward only.
    ///
    /// @throws StepFailure UNKNOWN_BRANCH, and as `fetchCommand`
    public NetworkCommand pushCommand(String branch, @Nullable String remote) {
        return GitCall.run("plan a push", () -> new NetworkPlan(repository).push(branch,
                OutgoingWalk.tip(repository, branch).name(), remote));
    }

    /// Opens the connection: runs a command that was planned here and shown.
    ///
    /// @throws StepFailure PUSH_REJECTED, NETWORK_FAILED, and what planning refuses
    public void run(NetworkCommand command, Progress progress, Cancellation cancellation) {
        GitCall.run("run git", () -> {
            new NetworkPlan(repository).run(command, progress, cancellation);
            return true;
        });
    }
}
