package io.plimsoll.analysis.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.ANNA;
import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.build;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.Clones.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GitRepositoryTest {
    @TempDir
    Path folder;

    static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.remedy()).isNotBlank();
        });
    }

    @Test
    void readsFilesHistoryBranchesAndHead() {
        build(folder, Map.of("apps/a/deploy.yaml", "a: 1\n", "apps/ab/x.yaml", "x\n"),
                Map.of("apps/a/deploy.yaml", "a: 2\n"), Map.of("apps/ab/x.yaml", ""));
        try (GitRepository repository = GitRepository.open(folder)) {
            Head head = repository.head();
            assertThat(head.branch()).isEqualTo("main");
            assertThat(head.time()).isEqualTo(START.plusSeconds(2 * 86_400));
            assertThat(repository.branches()).containsExactly(new Branch("main", head.commitId(), false));
            assertThat(repository.files(head.commitId(), path -> path.endsWith(".yaml"))).extracting(TreeFile::path)
                    .containsExactly("apps/a/deploy.yaml");
            List<CommitInfo> all = repository.history(HistoryQuery.all(), Cancellation.never());
            assertThat(all).extracting(CommitInfo::subject).containsExactly("Commit 3", "Commit 2", "Commit 1");
            assertThat(all.getFirst().changes())
                    .containsExactly(new FileChange("apps/ab/x.yaml", FileChange.Kind.DELETED));
            assertThat(all.getFirst().author()).isEqualTo(ANNA);
            assertThat(repository.history(HistoryQuery.all().under(List.of("apps/a/")), Cancellation.never()))
                    .extracting(CommitInfo::subject).containsExactly("Commit 2", "Commit 1");
            assertThat(repository.history(HistoryQuery.between(START, START.plusSeconds(86_400)), Cancellation.never()))
                    .extracting(CommitInfo::subject).as("the end is excluded").containsExactly("Commit 1");
            assertThat(text(repository.read(all.getLast().id(), "apps/a/deploy.yaml"))).isEqualTo("a: 1\n");
            assertThat(repository.fileAt("main", "apps")).isEmpty();
            refuses("FOLDER", () -> repository.read("main", "apps"));
            refuses("NO_FILE", () -> repository.read("main", "apps/none"));
            refuses("UNKNOWN_COMMIT", () -> repository.read("nowhere", "apps"));
            refuses("UNKNOWN_COMMIT", () -> repository.read("0123456789012345678901234567890123456789", "apps"));
        }
    }

    @Test
    void aCloneWhoseObjectsAreElsewhereAndGoneSaysSo() throws Exception {
        Path lender = folder.resolve("lender");
        build(lender, Map.of("a.yaml", "a: 1\n"));
        git(folder, "clone", "-q", "--shared", lender.toString(), "borrower");
        Files.move(lender, folder.resolve("gone"));
        refuses("MISSING_OBJECT", () -> GitRepository.open(folder.resolve("borrower")));
    }

    @Test
    void theSameScriptGivesTheSameIdsAndACloneThatGitFindsClean() throws Exception {
        List<DatedCommit> script = Clones.script(Map.of("a/b.yaml", "b: 1\n", "c.txt", "no line break"),
                Map.of("a/b.yaml", "b: 2\n", "new/deep/d", "d\n"), Map.of("c.txt", ""));
        List<String> first;
        try (GitRepository one = GitRepository.create(folder.resolve("one"), "main");
                GitRepository two = GitRepository.create(folder.resolve("two"), "main")) {
            first = one.commitAll(script);
            assertThat(two.commitAll(script)).isEqualTo(first).hasSize(3);
        }
        Path one = folder.resolve("one");
        assertThat(Files.readString(one.resolve("a/b.yaml"))).isEqualTo("b: 2\n");
        assertThat(one.resolve("c.txt")).doesNotExist();
        assertThat(git(one, "status", "--porcelain")).isEmpty();
        assertThat(git(one, "fsck", "--strict")).doesNotContain("error", "warning", "dangling");
        assertThat(git(one, "rev-parse", "HEAD").strip()).isEqualTo(first.getLast());
        assertThat(git(one, "log", "-1", "--format=%ad", "--date=iso-strict")).startsWith("2025-03-03T08:00:00");
        refuses("FOLDER_NOT_EMPTY", () -> GitRepository.create(one, "main"));
    }

    @Test
    void refusesWhatItWouldReadWrongly() throws Exception {
        refuses("NOT_A_REPOSITORY", () -> GitRepository.open(folder));
        refuses("NOT_A_REPOSITORY", () -> GitRepository.open(folder.resolve("missing")));
        Path empty = folder.resolve("empty");
        GitRepository.create(empty, "main").close();
        refuses("NO_COMMITS", () -> GitRepository.open(empty));
        Path sha256 = build(folder.resolve("sha256"), Map.of("a", "a"));
        Files.writeString(sha256.resolve(".git/config"),
                "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n");
        refuses("SHA256_REPOSITORY", () -> GitRepository.open(sha256));
        Path partial = build(folder.resolve("partial"), Map.of("a", "a"));
        Files.writeString(partial.resolve(".git/config"),
                "[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\tpromisor = true\n");
        refuses("PARTIAL_CLONE", () -> GitRepository.open(partial));
    }

    @Test
    void opensLinkedWorkTreesBareRepositoriesAndRealGitsOwnPacks() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"));
        Path linked = folder.resolve("linked");
        git(clone, "worktree", "add", "-q", "-b", "side", linked.toString());
        git(clone, "gc", "-q");
        Path bare = folder.resolve("bare.git");
        git(folder, "clone", "-q", "--bare", clone.toString(), bare.toString());
        for (Path each : List.of(linked, bare)) {
            try (GitRepository repository = GitRepository.open(each)) {
                assertThat(text(repository.read("HEAD", "a.yaml"))).isEqualTo("a: 1\n");
                String id = repository.commit(new CommitRequest(repository.head().commitId(), "new", true, "m", ANNA,
                        START, Map.of("a.yaml", bytes("a: 2\n"))));
                assertThat(git(each, "rev-parse", "new").strip()).isEqualTo(id);
            }
        }
        try (GitRepository repository = GitRepository.open(linked)) {
            assertThat(repository.head().branch()).isEqualTo("side");
            for (String branch : List.of("side", "main")) {
                refuses("BRANCH_CHECKED_OUT", () -> repository.commit(new CommitRequest(repository.head().commitId(),
                        branch, false, "m", ANNA, START, Map.of("a.yaml", bytes("a: 2\n")))));
            }
        }
        assertThat(git(linked, "status", "--porcelain")).isEmpty();
    }

    @Test
    void readsADetachedHeadAndAShallowClone() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"), Map.of("a.yaml", "a: 2\n"));
        Path shallow = folder.resolve("shallow");
        git(folder, "clone", "-q", "--depth", "1", "file://" + clone, shallow.toString());
        git(shallow, "checkout", "-q", "--detach");
        try (GitRepository full = GitRepository.open(clone); GitRepository repository = GitRepository.open(shallow)) {
            assertThat(full.isShallow()).isFalse();
            assertThat(repository.isShallow()).isTrue();
            assertThat(repository.head().branch()).isNull();
            assertThat(repository.head().commitId()).isEqualTo(full.head().commitId());
            assertThat(repository.branches()).extracting(Branch::name).containsExactly("main", "origin/main");
            assertThat(repository.history(HistoryQuery.all(), Cancellation.never())).singleElement()
                    .satisfies(commit -> assertThat(commit.changes()).as("unknown at the boundary").isEmpty());
            assertThat(repository.contains("HEAD", full.head().commitId())).isTrue();
            assertThat(full.contains("HEAD~1", "HEAD")).isFalse();
        }
    }

    @Test
    void theMainLineShowsAMergeWithAllThatItBroughtIn() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n"));
        try (GitRepository repository = GitRepository.open(folder)) {
            String base = repository.head().commitId();
            repository.commit(new CommitRequest(base, "side", true, "On the side\n\nWhy.\n\nKey: v", ANNA, START,
                    Map.of("a.yaml", bytes("a: 2\n"))));
            git(folder, "-c", "user.name=a", "-c", "user.email=b", "merge", "-q", "--no-ff", "-m", "Merge", "side");
            HistoryQuery all = HistoryQuery.all();
            assertThat(repository.history(all, Cancellation.never())).extracting(CommitInfo::subject)
                    .containsExactlyInAnyOrder("Merge", "On the side", "Commit 1");
            HistoryQuery mainLine = new HistoryQuery("HEAD", all.from(), all.to(), List.of("a.yaml"), true, 1);
            assertThat(repository.history(mainLine, Cancellation.never())).singleElement().satisfies(merge -> {
                assertThat(merge.subject()).isEqualTo("Merge");
                assertThat(merge.parents()).hasSize(2);
                assertThat(merge.changes()).containsExactly(new FileChange("a.yaml", FileChange.Kind.MODIFIED));
            });
            CommitInfo side = repository.describe("side");
            assertThat(side.body()).isEqualTo("Why.");
            assertThat(side.trailer("key")).containsExactly("v");
            assertThat(repository.branchesContaining(base)).containsExactly("main", "side");
            assertThat(repository.checkedOut()).containsExactly("main");
        }
    }

    @Test
    void visitsTheFilesThatCanBeRead() {
        build(folder, Map.of("a.yaml", "a\n", "b.txt", "b", "c.yaml", "x".repeat((1 << 20) + 1), "d.yaml",
                "version https://git-lfs.github.com/spec/v1\n"));
        List<String> seen = new ArrayList<>();
        try (GitRepository repository = GitRepository.open(folder)) {
            repository.visit("HEAD", path -> path.endsWith(".yaml"), (path, text) -> seen.add(path + "=" + text(text)),
                    Cancellation.never());
        }
        assertThat(seen).containsExactly("a.yaml=a\n");
    }

    @Test
    void readsTheWorkTreeOnlyWhereTheUserEditedIt() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\nb: 2\n", "b.yaml", "b\n", "sub/c.yaml", "c\n"));
        Files.writeString(folder.resolve("a.yaml"), "a: 1\r\nb: 2\r\n");
        Files.writeString(folder.resolve("b.yaml"), "changed\n");
        Path secret = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), "secret");
        try (GitRepository repository = GitRepository.open(folder)) {
            assertThat(repository.uncommitted("a.yaml")).as("line endings only").isEmpty();
            assertThat(repository.uncommitted("b.yaml").map(Clones::text)).contains("changed\n");
            Files.delete(folder.resolve("b.yaml"));
            assertThat(repository.uncommitted("b.yaml")).as("deleted").isEmpty();
            Files.createSymbolicLink(folder.resolve("b.yaml"), secret);
            assertThat(repository.uncommitted("b.yaml")).as("not followed").isEmpty();
            Files.delete(folder.resolve("sub/c.yaml"));
            Files.delete(folder.resolve("sub"));
            Files.createSymbolicLink(folder.resolve("sub"), secret.getParent());
            assertThat(repository.uncommitted("sub/" + secret.getFileName())).isEmpty();
            refuses("PATH_NAME", () -> repository.uncommitted("../" + secret.getFileName()));
        } finally {
            Files.delete(secret);
        }
    }

    @ParameterizedTest
    @CsvSource({"link.yaml,SYMLINK", "linked/x.yaml,SYMLINK", "module,SUBMODULE", "module/x.yaml,SUBMODULE",
        "big.bin,LFS", "huge.yaml,TOO_LARGE"})
    void refusesEntriesThatHoldNoTextOfTheirOwn(String path, String code) throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n", "big.bin",
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n", "huge.yaml",
                "x".repeat((1 << 20) + 1)));
        Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("a.yaml"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("/"));
        git(folder, "add", "link.yaml", "linked");
        git(folder, "update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",module");
        git(folder, "-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "links");
        try (GitRepository repository = GitRepository.open(folder)) {
            if (!path.contains("/")) {
                refuses(code, () -> repository.read("HEAD", path));
            }
            if (!code.equals("TOO_LARGE")) {
                refuses(code, () -> repository.commit(new CommitRequest(repository.head().commitId(), "b", true, "m",
                        ANNA, START, Map.of("a.yaml", bytes("a: 2\n"), path, bytes("x")))));
                assertThat(repository.tip("b")).isEmpty();
            }
        }
    }

    @Test
    void knowsTheUserFromTheCloneOrTheHomeFolder() throws Exception {
        build(folder, Map.of("a", "a"));
        Path home = Files.createDirectory(folder.resolve("home"));
        String before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try (GitRepository repository = GitRepository.open(folder)) {
            assertThat(repository.author()).isEmpty();
            Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Home\n\temail = home@example.org\n");
            assertThat(repository.author()).contains(new Person("Home", "home@example.org"));
        } finally {
            System.setProperty("user.home", before);
        }
    }
}
