package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.plumbing.SealedFs;
import io.plimsoll.analysis.task.Cancellation;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.build;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/// Every setting and file of a clone through which Git or JGit may start a program points to a tripwire.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileCloneTest {
    @TempDir
    Path folder;
    private Tripwires wires;

    private Path trapped() throws Exception {
        Path clone = build(folder.resolve("clone"),
                Map.of(".gitattributes", "* filter=evil diff=evil merge=evil text eol=crlf\n", "a.yaml", "a: 1\n"),
                Map.of("a.yaml", "a: 2\n"));
        wires = Tripwires.in(folder.resolve("wires"));
        wires.arm(clone);
        return clone;
    }

    @Test
    void readingAndCommittingStartsNothing() throws Exception {
        Path clone = trapped();
        Files.writeString(clone.resolve("a.yaml"), "a: edited\n");
        try (GitRepository repository = GitRepository.open(clone)) {
            String base = repository.head().commitId();
            repository.files(base, path -> true);
            repository.read(base, "a.yaml");
            repository.history(HistoryQuery.all(), Cancellation.never());
            assertThat(repository.uncommitted("a.yaml")).isPresent();
            repository.author();
            repository.branches();
            String id = repository.commit(new CommitRequest(base, "finops/a", true, "m", ANNA, START,
                    Map.of("a.yaml", bytes("a: 3\n"))));
            assertThat(repository.read(id, "a.yaml")).as("no filter, no line ending").isEqualTo(bytes("a: 3\n"));
        }
        assertThat(wires.note()).doesNotExist();
    }

    @Test
    void theTrapWouldSpringInRealGit() throws Exception {
        Path clone = trapped();
        Files.writeString(clone.resolve("a.yaml"), "a: edited\n");
        git(clone, "status", "--porcelain");
        assertThat(wires.note()).exists();
    }

    @Test
    void whatJGitItselfWouldStartIsRefused() throws Exception {
        Path clone = trapped();
        Files.writeString(clone.resolve("a.yaml"), "a: edited\n");
        try (Repository repository = new FileRepositoryBuilder().setFS(SealedFs.create())
                .setWorkTree(clone.toFile()).build()) {
            assertThat(catchThrowable(() -> new IndexDiff(repository, "HEAD", new FileTreeIterator(repository)).diff()))
                    .hasStackTraceContaining("wants to start a program");
            Files.delete(clone.resolve("a.yaml"));
            var index = repository.lockDirCache();
            try {
                new DirCacheCheckout(repository, index, repository.resolve("HEAD~1^{tree}")).checkout();
            } catch (RuntimeException | IOException expected) {
                assertThat(expected).hasStackTraceContaining("wants to start a program");
            } finally {
                index.unlock();
            }
        }
        assertThat(wires.note()).doesNotExist();
    }

    @Test
    void noProgramIsLookedForOnThePath() throws Exception {
        Path clone = trapped();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Visit.class.getName(), clone.toString())
                .redirectErrorStream(true);
        wires.arm(builder.environment());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("visited");
        assertThat(wires.note()).doesNotExist();
        assertThat(folder.resolve(".config")).as("JGit keeps no notes in the user's home").doesNotExist();
    }

    /// What a user's session does, in a process of its own.
    static final class Visit {
        private Visit() {
        }

        public static void main(String[] arguments) {
            try (GitRepository repository = GitRepository.open(Path.of(arguments[0]))) {
                repository.author();
                repository.history(HistoryQuery.all(), Cancellation.never());
                repository.uncommitted("a.yaml");
                repository.commit(new CommitRequest(repository.head().commitId(), "finops/b", true, "m", ANNA, START,
                        Map.of("a.yaml", bytes("a: 4\n"))));
                System.out.println("visited");
            }
            try (GitRepository built = GitRepository.create(Path.of(arguments[0]).resolveSibling("built"), "main")) {
                built.commitAll(Clones.script(Map.of("x", "x")));
            }
        }
    }
}
