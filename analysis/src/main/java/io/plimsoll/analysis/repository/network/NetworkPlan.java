package io.plimsoll.analysis.repository.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Plans and runs `git fetch` and `git push` so that nothing which the clone names can take part: its configuration must be harmless,
/// hooks look for their files where none are, and the refs are spelled out.
public final class NetworkPlan {
    private static final List<String> SHUT = List.of("core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0",
            "maintenance.auto=false", "protocol.allow=never", "protocol.https.allow=always",
            "protocol.http.allow=always", "protocol.ssh.allow=always", "protocol.git.allow=always",
            "protocol.file.allow=always", "protocol.ext.allow=never", "submodule.recurse=false");
    private final Repository repository;

    public NetworkPlan(Repository repository) {
        this.repository = repository;
    }

    private Path place() {
        return (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
    }

    /// @param remote null for the only one, or `origin`
    /// @throws StepFailure NO_GIT, NO_REMOTE, CLONE_CONFIG, REMOTE_URL, LOCAL_REMOTE
    public NetworkCommand fetch(@Nullable String remote) throws IOException {
        String name = remote(remote);
        List<String> words = start(name, "fetch", "--progress", "--no-recurse-submodules", "--no-write-fetch-head",
                "--no-auto-gc", "--refmap=", "--", name, "+refs/heads/*:refs/remotes/" + name + "/*");
        return new NetworkCommand(words, name, ConfigRules.masked(url(name, false)), null, null);
    }

    /// @param tip of the branch, which the command moves the remote's branch to if that is a fast-forward
    public NetworkCommand push(String branch, String tip, @Nullable String remote) throws IOException {
        String name = remote(remote);
        List<String> words = start(name, "push", "--progress", "--porcelain", "--no-verify", "--no-follow-tags",
                "--no-signed",
                "--recurse-submodules=no", "--", name, tip + ":refs/heads/" + branch);
        return new NetworkCommand(words, name, ConfigRules.masked(url(name, true)), branch, tip);
    }

    private List<String> start(String remote, String command, String... arguments) throws IOException {
        CloneConfig.check(files(remote));
        List<String> words = new ArrayList<>(List.of(GitProgram.find(place()).toString(), "--no-pager", "-C",
                place().toString()));
        SHUT.forEach(setting -> words.addAll(List.of("-c", setting)));
        words.add(command);
        words.addAll(List.of(arguments));
        return words;
    }

    /// The clone's own files, and those of a remote that is a folder of this machine.
    private List<Path> files(String remote) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        List<Path> files = new ArrayList<>(CloneConfig.files(repository.getDirectory().toPath(), common));
        for (String key : List.of("url", "pushurl")) {
            for (String url : repository.getConfig().getStringList("remote", remote, key)) {
                String address = Objects.requireNonNullElse(url, ""); // JGit's word for an empty value is null
                ConfigRules.checkUrl(address);
                files.addAll(LocalRemote.configs(address, place()));
            }
        }
        return files;
    }

    private String remote(@Nullable String wanted) {
        var known = repository.getConfig().getSubsections("remote");
        String name = wanted != null ? wanted : known.size() == 1 ? known.iterator().next() : "origin";
        if (!known.contains(name) || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw StepFailure.wrongUsage("NO_REMOTE", known.isEmpty()
                    ? "The clone has no remote."
                    : "The clone has no remote " + name + "; it has " + String.join(", ", known) + ".",
                    "Name one with --remote, or add one: git remote add origin URL");
        }
        return name;
    }

    private String url(String remote, boolean push) {
        String url = push ? repository.getConfig().getString("remote", remote, "pushurl") : null;
        url = url == null ? repository.getConfig().getString("remote", remote, "url") : url;
        if (url == null) {
            throw StepFailure.wrongUsage("NO_REMOTE", "Remote " + remote + " has no URL.",
                    "Set it: git remote set-url " + remote + " URL");
        }
        return url;
    }

    /// Runs what was planned, after Git's own reading of the configuration has passed the same rules.
    ///
    /// @throws StepFailure CLONE_CONFIG, REMOTE_URL, LOCAL_REMOTE, PUSH_REJECTED, NETWORK_FAILED
    public void run(NetworkCommand command, Progress progress, Cancellation cancellation) throws IOException {
        List<Path> files = files(command.remote());
        CloneConfig.check(files);
        for (Path file : files) {
            GitProgram.Answer listed = GitProgram.run(List.of(command.words().getFirst(), "config", "--file",
                    file.toAbsolutePath().toString(), "--no-includes", "--null", "--list"), place(), line -> {},
                    cancellation);
            if (listed.exitCode() != 0) {
                throw StepFailure.refused("CLONE_CONFIG", "Git can't read " + file + ": " + listed.error(),
                        "Repair it, or run the command yourself.");
            }
            CloneConfig.checkListed(listed.out());
        }
        GitProgram.Answer answer = GitProgram.run(command.words(), place(),
                line -> progress.update(ConfigRules.masked(line), Said.share(line)), cancellation);
        if (answer.exitCode() != 0) {
            throw Said.failure(command, answer);
        }
    }
}
