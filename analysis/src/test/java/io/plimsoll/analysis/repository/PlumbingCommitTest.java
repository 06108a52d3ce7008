package io.plimsoll.analysis.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.build;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.Clones.text;
import static io.plimsoll.analysis.repository.Clones.untouchable;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

class PlumbingCommitTest {
    @TempDir
    Path folder;

    private static CommitRequest change(String base, String branch, boolean isNew, String path, String content) {
        return new CommitRequest(base, branch, isNew, "Change " + path + "\n\nBody.", ANNA, START,
                Map.of(path, bytes(content)));
    }

    @Test
    void changesTheNamedFileOnlyAndKeepsItsMode() throws Exception {
        build(folder, Map.of("run.sh", "echo\n", "d/x.yaml", "x: 1\n", "d-e", "1", "d.e", "2"));
        Set<PosixFilePermission> executable = new HashSet<>(Files.getPosixFilePermissions(folder.resolve("run.sh")));
        executable.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(folder.resolve("run.sh"), executable);
        git(folder, "-c", "user.name=a", "-c", "user.email=b", "commit", "-qam", "Make it run");
        try (GitRepository repository = GitRepository.open(folder)) {
            String base = repository.head().commitId();
            String id = repository.commit(new CommitRequest(base, "finops/a", true, "Change\n\nBody.", ANNA, START,
                    Map.of("run.sh", bytes("echo 2\n"), "d/x.yaml", bytes("x: 2\n"), "d/new/y.yaml", bytes("y\n"))));
            assertThat(git(folder, "diff", "--name-status", base, id))
                    .isEqualTo("A\td/new/y.yaml\nM\td/x.yaml\nM\trun.sh\n");
            assertThat(git(folder, "ls-tree", id, "run.sh")).startsWith("100755");
            assertThat(git(folder, "show", "--stat", id)).contains("3 files changed, 3 insertions(+), 2 deletions(-)");
            assertThat(git(folder, "fsck", "--strict")).doesNotContain("error", "warning");
            assertThat(git(folder, "log", "-1", "--format=%an|%ae|%cI|%B", id))
                    .startsWith("Anna Berg|anna@example.org|2025-03-01T08:00:00").contains("|Change\n\nBody.\n");
        }
    }

    @Test
    void buildsTheTreeThatGitBuilds() throws Exception {
        Random random = new Random(11);
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            files.put(path(random), "v: " + i + "\n");
        }
        files.keySet().removeIf(path -> files.keySet().stream().anyMatch(other -> other.startsWith(path + "/")));
        build(folder, files);
        List<String> paths = List.copyOf(files.keySet());
        try (GitRepository repository = GitRepository.open(folder)) {
            String base = repository.head().commitId();
            for (int round = 0; round < 6; round++) {
                Map<String, byte[]> change = new TreeMap<>();
                for (int i = 0; i < 5; i++) {
                    change.put(paths.get(random.nextInt(paths.size())), bytes("round: " + round + "." + i + "\n"));
                }
                change.put("z/added-" + round + "/x.yaml", bytes("new\n"));
                String id = repository.commit(new CommitRequest(base, "b" + round, true, "m", ANNA, START, change));
                git(folder, "checkout", "-q", "-f", "main");
                git(folder, "clean", "-qfd");
                for (Map.Entry<String, byte[]> file : change.entrySet()) {
                    Files.createDirectories(folder.resolve(file.getKey()).getParent());
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                git(folder, "add", "-A");
                assertThat(git(folder, "rev-parse", id + "^{tree}")).isEqualTo(git(folder, "write-tree"));
            }
        }
    }

    /// Names that sort differently as files and as folders.
    private static String path(Random random) {
        String[] names = {"a", "a.b", "a-b", "a0", "b", "b.yaml", "ü", "b b"};
        StringBuilder path = new StringBuilder(names[random.nextInt(names.length)]);
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            path.append('/').append(names[random.nextInt(names.length)]);
        }
        return path.toString();
    }

    @Test
    void leavesIndexWorkTreeAndHeadOfADirtyCloneAlone() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n", "c.yaml", "c: 1\n"));
        Files.writeString(folder.resolve("a.yaml"), "a: half done\n");
        Files.writeString(folder.resolve("b.yaml"), "b: staged\n");
        git(folder, "add", "b.yaml");
        Files.delete(folder.resolve("c.yaml"));
        Files.writeString(folder.resolve("untracked"), "u");
        String status = git(folder, "status", "--porcelain");
        Map<String, String> before = untouchable(folder);
        try (GitRepository repository = GitRepository.open(folder)) {
            String id = repository
                    .commit(change(repository.head().commitId(), "finops/a", true, "a.yaml", "a: 2\n"));
            assertThat(text(repository.read(id, "b.yaml"))).as("nothing staged slips in").isEqualTo("b: 1\n");
        }
        assertThat(untouchable(folder)).isEqualTo(before);
        assertThat(git(folder, "status", "--porcelain")).isEqualTo(status);
    }

    @Test
    void movesABranchOnlyFromWhereItWasExpected() {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        try (GitRepository repository = GitRepository.open(folder)) {
            String base = repository.head().commitId();
            String first = repository.commit(change(base, "finops/a", true, "a.yaml", "a: 2\n"));
            refuses("BRANCH_EXISTS", () -> repository.commit(change(base, "finops/a", true, "a.yaml", "a: 3\n")));
            refuses("BRANCH_EXISTS", () -> repository.commit(change(base, "finops", true, "a.yaml", "a: 3\n")));
            refuses("BRANCH_EXISTS", () -> repository.commit(change(base, "finops/a/b", true, "a.yaml", "a: 3\n")));
            refuses("BRANCH_MOVED", () -> repository.commit(change(base, "finops/a", false, "a.yaml", "a: 3\n")));
            refuses("BRANCH_MOVED", () -> repository.commit(change(base, "finops/b", false, "a.yaml", "a: 3\n")));
            refuses("BRANCH_CHECKED_OUT", () -> repository.commit(change(base, "main", false, "a.yaml", "a: 3\n")));
            refuses("AUTHOR",
                    () -> repository.commit(new CommitRequest(base, "finops/d", true, "m", new Person("<>", ""),
                            START, Map.of("a.yaml", bytes("a: 3\n")))));
            refuses("NOTHING_CHANGED", () -> repository.commit(change(base, "finops/c", true, "a.yaml", "a: 1\n")));
            assertThat(repository.tip("finops/a")).contains(first);
            String second = repository.commit(change(first, "finops/a", false, "a.yaml", "a: 3\n"));
            assertThat(repository.describe(second).parents()).containsExactly(first);
            assertThat(repository.tip("finops/a")).contains(second);
        }
    }

    @Test
    void ofManyWhoCreateTheSameBranchOneWins() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        AtomicInteger won = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            String content = "a: " + (i + 2) + "\n";
            threads[i] = Thread.ofVirtual().start(() -> {
                try (GitRepository repository = GitRepository.open(folder)) {
                    start.await();
                    repository.commit(change(repository.head().commitId(), "race", true, "a.yaml", content));
                    won.incrementAndGet();
                } catch (StepFailure e) {
                    refused.incrementAndGet();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(won).hasValue(1);
        assertThat(refused).hasValue(threads.length - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../x", "/x", ".git/config", "a/.GIT/config", "..\\x", "C:evil", "a//b", "a/", "",
        ".git /x", "git~1/x", "a/.", "x\u0000y", "x\ny", "A.YAML", "a.yaml/x"})
    void refusesPathsThatCouldLeaveTheClone(String path) {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        try (GitRepository repository = GitRepository.open(folder)) {
            refuses("PATH_NAME",
                    () -> repository.commit(change(repository.head().commitId(), "b", true, path, "a: 2\n")));
            assertThat(repository.tip("b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-d", "HEAD", "refs/heads/x", "a..b", "a b", "a~1", "x.lock", "@{u}", "a/", "/a",
        "a\\b", "a:b"})
    void refusesNamesThatGitWouldNotTake(String branch) {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        try (GitRepository repository = GitRepository.open(folder)) {
            refuses("BRANCH_NAME",
                    () -> repository.commit(change(repository.head().commitId(), branch, true, "a.yaml", "a: 2\n")));
        }
    }

    @Test
    void writesThroughNoSymbolicRef() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        git(folder, "branch", "other");
        git(folder, "symbolic-ref", "refs/heads/alias", "refs/heads/other");
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve(".git/refs/heads/dir"), outside);
        try (GitRepository repository = GitRepository.open(folder)) {
            String base = repository.head().commitId();
            refuses("SYMBOLIC_BRANCH", () -> repository.commit(change(base, "alias", false, "a.yaml", "a: 2\n")));
            refuses("SYMBOLIC_BRANCH", () -> repository.commit(change(base, "dir/x", true, "a.yaml", "a: 2\n")));
        }
        assertThat(outside).isEmptyDirectory();
    }
}
