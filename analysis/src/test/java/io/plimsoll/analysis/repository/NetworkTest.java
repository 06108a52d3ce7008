package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Real Git against a bare repository in a folder. No connection leaves the machine.
@EnabledOnOs({OS.LINUX, OS.MAC})
class NetworkTest {
    private static final List<String> NAMING_PROGRAMS = List.of("core.sshCommand", "core.gitProxy", "core.askPass",
            "core.hooksPath", "core.fsmonitor", "core.alternateRefsCommand", "core.editor", "core.pager",
            "credential.helper", "credential.https://x.helper", "remote.origin.uploadpack", "remote.origin.receivepack",
            "remote.origin.vcs", "remote.origin.proxy", "remote.origin.mirror", "url.ext::sh.insteadOf", "http.proxy",
            "http.https://x.sslKey", "include.path", "includeIf.gitdir:/.path", "protocol.ext.allow", "ssh.variant",
            "gpg.program", "push.gpgSign", "pager.fetch", "fetch.bundleURI", "trace2.eventTarget",
            "uploadpack.packObjectsHook", "new.setting");
    @TempDir
    Path folder;
    private Path server;
    private Path clone;

    @BeforeEach
    void build() throws Exception {
        Path origin = Clones.build(folder.resolve("origin"), Map.of("a.yaml", "a: 1\n"));
        server = folder.resolve("server.git");
        git(folder, "clone", "-q", "--bare", origin.toString(), server.toString());
        clone = folder.resolve("clone");
        git(folder, "clone", "-q", "file://" + server, clone.toString());
    }

    private String commit(String branch, boolean isNew, String base, String content) {
        try (GitRepository repository = GitRepository.open(clone)) {
            return repository.commit(new CommitRequest(base, branch, isNew, "m", ANNA, START,
                    Map.of("a.yaml", bytes(content))));
        }
    }

    private String head() {
        try (GitRepository repository = GitRepository.open(clone)) {
            return repository.head().commitId();
        }
    }

    private NetworkCommand plan(String branch) {
        try (GitRepository repository = GitRepository.open(clone)) {
            return repository.dispatch().pushCommand(branch, null);
        }
    }

    private void push(String branch) {
        try (GitRepository repository = GitRepository.open(clone)) {
            repository.dispatch().run(repository.dispatch().pushCommand(branch, null), Progress.NONE,
                    Cancellation.never());
        }
    }

    private void fetch() {
        try (GitRepository repository = GitRepository.open(clone)) {
            repository.dispatch().run(repository.dispatch().fetchCommand("origin"), Progress.NONE,
                    Cancellation.never());
        }
    }

    @Test
    void aBranchIsPushedAndOnlyForward() throws Exception {
        String first = commit("finops/a", true, head(), "a: 2\n");
        assertThat(plan("finops/a").shown()).contains(" push ", first + ":refs/heads/finops/a", "core.hooksPath=")
                .doesNotContain("--force", " +");
        assertThat(git(server, "branch", "--list")).as("planning runs nothing").doesNotContain("finops");
        push("finops/a");
        assertThat(git(server, "rev-parse", "finops/a").strip()).isEqualTo(first);
        assertThat(git(clone, "rev-parse", "origin/finops/a").strip()).isEqualTo(first);
        push("finops/a");

        git(server, "update-ref", "refs/heads/finops/a",
                git(server, "-c", "user.name=a", "-c", "user.email=b", "commit-tree", "-p", first, "-m", "x",
                        first + "^{tree}").strip());
        commit("finops/a", false, first, "a: 3\n");
        refuses("PUSH_REJECTED", () -> push("finops/a"));
    }

    @Test
    void aFetchMovesRemoteTrackingBranchesAndNothingElse() throws Exception {
        Path other = folder.resolve("other");
        git(folder, "clone", "-q", server.toString(), other.toString());
        git(other, "-c", "user.name=a", "-c", "user.email=b", "commit", "-q", "--allow-empty", "-m", "News");
        git(other, "push", "-q", "origin", "HEAD:main", "HEAD:side");
        Files.writeString(clone.resolve("a.yaml"), "a: edited\n");
        String head = git(clone, "rev-parse", "HEAD");
        List<String> steps = new ArrayList<>();
        try (GitRepository repository = GitRepository.open(clone)) {
            repository.dispatch().run(repository.dispatch().fetchCommand(null), (step, done) -> steps.add(step),
                    Cancellation.never());
        }
        assertThat(steps).isNotEmpty();
        assertThat(git(clone, "rev-parse", "origin/main", "origin/side"))
                .isEqualTo(git(other, "rev-parse", "HEAD", "HEAD"));
        assertThat(git(clone, "rev-parse", "HEAD")).isEqualTo(head);
        assertThat(git(clone, "status", "--porcelain")).isEqualTo(" M a.yaml\n");
        assertThat(clone.resolve(".git/FETCH_HEAD")).doesNotExist();
    }

    @Test
    void aCloneWhoseConfigurationCouldStartSomethingIsRefusedByName() throws Exception {
        Path config = clone.resolve(".git/config");
        String harmless = Files.readString(config);
        for (String key : NAMING_PROGRAMS) {
            git(clone, "config", "--file", config.toString(), key, "touch " + folder.resolve("sprung"));
            assertThatThrownBy(this::fetch).as(key).isInstanceOfSatisfying(StepFailure.class, failure -> {
                assertThat(failure.code()).isEqualTo("CLONE_CONFIG");
                assertThat(failure.message()).containsIgnoringCase("sets " + key);
            });
            Files.writeString(config, harmless);
        }
        assertThat(folder.resolve("sprung")).doesNotExist();
        git(clone, "config", "user.name", "Anna");
        git(clone, "config", "branch.main.rebase", "true");
        git(clone, "config", "remote.origin.prune", "true");
        fetch();
    }

    @Test
    void whatIsSetForOneWorkTreeCountsToo() throws Exception {
        git(clone, "config", "extensions.worktreeConfig", "true");
        git(clone, "config", "--worktree", "core.sshCommand", "evil");
        refuses("CLONE_CONFIG", this::fetch);
    }

    @Test
    void addressesThatStartProgramsAreRefused() throws Exception {
        for (String url : List.of("ext::sh -c evil", "-oProxyCommand=evil", "evil::x", "javascript://x", "")) {
            git(clone, "config", "remote.origin.url", url);
            refuses("REMOTE_URL", this::fetch);
        }
    }

    @Test
    void aRefspecMustNotReachLocalBranches() throws Exception {
        git(clone, "config", "--add", "remote.origin.fetch", "+refs/heads/finops/a:refs/heads/main");
        refuses("CLONE_CONFIG", this::fetch);
    }

    @Test
    void noHookRunsOnEitherSide() throws Exception {
        Path trap = folder.resolve("trap.sh");
        Files.writeString(trap, "#!/bin/sh\n: > " + folder.resolve("sprung") + "\n");
        trap.toFile().setExecutable(true);
        for (String hook : List.of("pre-push", "reference-transaction", "post-update")) {
            Files.copy(trap, clone.resolve(".git/hooks").resolve(hook));
        }
        commit("finops/a", true, head(), "a: 2\n");
        push("finops/a");
        fetch();
        assertThat(folder.resolve("sprung")).doesNotExist();

        Files.copy(trap, server.resolve("hooks/pre-receive"));
        refuses("LOCAL_REMOTE", this::fetch);
        Files.delete(server.resolve("hooks/pre-receive"));
        git(server, "config", "core.hooksPath", folder.toString());
        refuses("CLONE_CONFIG", this::fetch);
        git(clone, "config", "remote.origin.url", folder.resolve("nowhere").toString());
        refuses("LOCAL_REMOTE", this::fetch);
    }

    @Test
    void aServerThatIsNotThereIsToldWithoutThePassword() throws Exception {
        git(clone, "config", "remote.origin.url", "http://anna:secret@127.0.0.1:1/x.git");
        assertThatThrownBy(this::fetch).hasMessageContaining("127.0.0.1:1/x.git").hasMessageNotContaining("secret");
        refuses("NETWORK_FAILED", this::fetch);
    }

    @Test
    @Timeout(300)
    void aStopEndsAProgramThatWaitsForItsServer() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                GitRepository repository = GitRepository.open(clone)) {
            git(clone, "config", "remote.origin.url", "http://127.0.0.1:" + silent.getLocalPort() + "/x.git");
            Thread accepting = Thread.ofVirtual().start(() -> {
                try (Socket caller = silent.accept()) {
                    caller.getInputStream().read();
                    cancellation.request();
                    caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException closed) {
                    cancellation.request();
                }
            });
            NetworkCommand command = repository.dispatch().fetchCommand(null);
            assertThatThrownBy(() -> repository.dispatch().run(command, Progress.NONE, cancellation))
                    .isInstanceOf(CancelledException.class);
            accepting.join();
        }
        assertThat(ProcessHandle.current().descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("x.git"))).isEmpty();
    }

    @Test
    void aRemoteOrBranchThatIsNotThereIsNamed() {
        try (GitRepository repository = GitRepository.open(clone)) {
            refuses("NO_REMOTE", () -> repository.dispatch().fetchCommand("upstream"));
            refuses("UNKNOWN_BRANCH", () -> repository.dispatch().pushCommand("none", null));
        }
    }
}
