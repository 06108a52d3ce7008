package io.plimsoll.analysis.repository;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
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
import static io.plimsoll.analysis.repository.Clones.text;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

/// Clones that are laid out so that what is written into them lands elsewhere, or that name their files so.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileStoreTest {
    private static final List<String> NAMES = List.of("..", ".", ".git", ".GIT", ".git ", ".git.", "git~1",
            ".git::$INDEX_ALLOCATION", "a\\b", "..\\x", "C:x", "x.", "x ", "con", "a\nb", ".g\u200cit", "-rf", "~",
            "a:b");
    @TempDir
    Path folder;

    private static void commit(Path clone, String branch, String path) {
        try (GitRepository repository = GitRepository.open(clone)) {
            repository.commit(new CommitRequest(repository.head().commitId(), branch, true, "m", ANNA, START,
                    Map.of(path, bytes("a: 2\n"))));
        }
    }

    private static Set<String> listing(Path of) throws Exception {
        try (var files = Files.walk(of)) {
            return new TreeSet<>(files.map(file -> of.relativize(file).toString()).toList());
        }
    }

    @Test
    void aGitFolderThatIsAnothersIsRefused() throws Exception {
        Path victim = build(folder.resolve("victim"), Map.of("a.yaml", "a: 1\n"));
        Path hostile = Files.createDirectory(folder.resolve("hostile"));
        Set<String> before = listing(victim);
        Files.writeString(hostile.resolve(".git"), "gitdir: " + victim.resolve(".git") + "\n");
        refuses("GITDIR_ELSEWHERE", () -> GitRepository.open(hostile));
        Files.delete(hostile.resolve(".git"));
        Files.createSymbolicLink(hostile.resolve(".git"), victim.resolve(".git"));
        refuses("GITDIR_ELSEWHERE", () -> GitRepository.open(hostile));
        Files.delete(hostile.resolve(".git"));
        Path shared = build(folder.resolve("shared"), Map.of("a.yaml", "a: 1\n"));
        Files.writeString(shared.resolve(".git/commondir"), victim.resolve(".git").toString());
        refuses("GITDIR_ELSEWHERE", () -> GitRepository.open(shared));
        assertThat(listing(victim)).isEqualTo(before);
    }

    @Test
    void aSubmodulesOwnFolderIsFoundWhereItsRepositorySaysSo() throws Exception {
        Path inner = build(folder.resolve("inner"), Map.of("a.yaml", "a: 1\n"));
        Path outer = build(folder.resolve("outer"), Map.of("b.yaml", "b: 1\n"));
        git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.toString(), "sub");
        try (GitRepository repository = GitRepository.open(outer.resolve("sub"))) {
            assertThat(text(repository.read("HEAD", "a.yaml"))).isEqualTo("a: 1\n");
        }
    }

    @Test
    void aStoreBehindALinkIsNotWrittenTo() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        for (String part : List.of("refs", "refs/heads", "logs", "objects", "objects/pack", "objects/00",
                "objects/7f")) {
            Path clone = build(folder.resolve("clone-" + part.replace('/', '-')), Map.of("a.yaml", "a: 1\n"));
            Path place = clone.resolve(".git").resolve(part);
            Path moved = outside.resolve(part.replace('/', '-'));
            if (Files.exists(place)) {
                Files.move(place, moved);
            } else {
                Files.createDirectories(moved);
            }
            Set<String> before = listing(moved);
            Files.createSymbolicLink(place, moved);
            refuses("LINKED_STORE", () -> commit(clone, "finops/a", "a.yaml"));
            assertThat(listing(moved)).as(part).isEqualTo(before);
        }
    }

    @Test
    void aFolderThatIsALinkInTheTreeIsNoWayOut() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("apps/web.yaml", "a: 1\n"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("web.yaml"), "a: 1\n");
        git(clone, "rm", "-rq", "apps");
        Files.createSymbolicLink(clone.resolve("apps"), outside);
        git(clone, "add", "apps");
        git(clone, "-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "Link");
        refuses("SYMLINK", () -> commit(clone, "finops/a", "apps/web.yaml"));
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.uncommitted("apps/web.yaml")).isEmpty();
        }
        assertThat(Files.readString(outside.resolve("web.yaml"))).isEqualTo("a: 1\n");
    }

    /// Git would not make such trees; a clone that came in an archive may hold them.
    @Test
    void namesThatWouldLeadOutAreReadAsNamesAndNeverWritten() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"));
        String head = hostileTree(clone);
        Set<String> before = listing(folder);
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.files(head, path -> true)).hasSize(NAMES.size() + 1);
            Set<String> seen = new HashSet<>();
            repository.visit(head, path -> true, (path, content) -> seen.add(path), Cancellation.never());
            assertThat(seen).contains("../evil.yaml", ".git/evil.yaml", "a.yaml");
            repository.history(HistoryQuery.all(), Cancellation.never());
            for (String name : List.of("..", ".git", ".GIT", ".git ", ".git.", "git~1", ".git::$INDEX_ALLOCATION",
                    "a\\b", "..\\x", "C:x", "x.", "x ", "a\nb", ".g\u200cit", "a:b")) {
                refuses("PATH_NAME", () -> repository.uncommitted(name + "/evil.yaml"));
                refuses("PATH_NAME", () -> repository.commit(new CommitRequest(head, "finops/x", true, "m", ANNA,
                        START, Map.of(name + "/evil.yaml", bytes("a: 2\n")))));
            }
            String id = repository.commit(new CommitRequest(head, "finops/a", true, "m", ANNA, START,
                    Map.of("a.yaml", bytes("a: 2\n"))));
            assertThat(repository.describe(id).changes()).extracting(FileChange::path).containsExactly("a.yaml");
            assertThat(repository.dispatch().mailPatches(repository.dispatch().outgoing("finops/a"))).isNotEmpty();
        }
        Set<String> after = listing(folder);
        after.removeAll(before);
        assertThat(after).isNotEmpty().allMatch(path -> path.matches("clone/\\.git/(objects|refs|logs)/.*"));
    }

    private static String hostileTree(Path clone) throws Exception {
        try (Repository repository = new FileRepositoryBuilder().setFS(SealedFs.create())
                .setWorkTree(clone.toFile()).build(); ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, bytes("a: 1\n"));
            byte[] inner = entry("100644", "evil.yaml", blob);
            ObjectId sub = inserter.insert(Constants.OBJ_TREE, inner);
            ByteArrayOutputStream tree = new ByteArrayOutputStream();
            Map<String, byte[]> sorted = new TreeMap<>();
            NAMES.forEach(name -> sorted.put(new String(bytes(name + "/"), StandardCharsets.ISO_8859_1),
                    entry("40000", name, sub)));
            sorted.put("a.yaml", entry("100644", "a.yaml", blob));
            sorted.values().forEach(tree::writeBytes);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(Constants.OBJ_TREE, tree.toByteArray()));
            commit.setParentId(repository.resolve("HEAD"));
            commit.setAuthor(new PersonIdent("a", "b"));
            commit.setCommitter(new PersonIdent("a", "b"));
            commit.setMessage("Evil\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
            return id.name();
        }
    }

    private static byte[] entry(String mode, String name, ObjectId id) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(bytes(mode + " " + name + "\0"));
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        entry.writeBytes(raw);
        return entry.toByteArray();
    }

    @Test
    void sparseAndSplitIndexesAreNoHindrance() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a/a.yaml", "a: 1\n", "b/b.yaml", "b: 1\n"));
        git(clone, "update-index", "--split-index");
        commit(clone, "finops/split", "a/a.yaml");
        git(clone, "update-index", "--no-split-index");
        git(clone, "sparse-checkout", "set", "--cone", "--sparse-index", "a");
        commit(clone, "finops/sparse", "b/b.yaml");
        Files.writeString(clone.resolve(".git/index.lock"), "");
        commit(clone, "finops/locked", "b/b.yaml");
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.uncommitted("b/b.yaml")).isEmpty();
        }
        assertThat(git(clone, "fsck", "--strict")).doesNotContain("error", "warning");
        Files.delete(clone.resolve(".git/index.lock"));
        assertThat(git(clone, "status", "--porcelain")).isEmpty();
    }

    @Test
    void aLockOfAnotherProgramIsToldWithARemedy() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"));
        Files.writeString(clone.resolve(".git/refs/heads/busy.lock"), "");
        refuses("BRANCH_LOCKED", () -> commit(clone, "busy", "a.yaml"));
        assertThat(clone.resolve(".git/refs/heads/busy.lock")).exists();
    }

    @Test
    void branchesInTablesAreRefusedByName() throws Exception {
        Path clone = build(folder.resolve("clone"), Map.of("a.yaml", "a: 1\n"));
        try (Repository repository = new FileRepositoryBuilder().setFS(SealedFs.create())
                .setWorkTree(clone.toFile()).build()) {
            ((org.eclipse.jgit.internal.storage.file.FileRepository) repository).convertRefStorage("reftable", true,
                    false);
        }
        refuses("REFTABLE_REPOSITORY", () -> GitRepository.open(clone));
    }
}
