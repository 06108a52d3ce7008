package io.plimsoll.analysis.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.plimsoll.analysis.repository.Clones.START;
import static io.plimsoll.analysis.repository.Clones.bytes;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

/// What is handed over in a file leads to the same tree at the receiver, by the receiver's own Git.
class HandedOverTest {
    private static final Person JOSE = new Person("José \"Pepe\" Ñandú, Jr. 李小龍", "jose@example.org");
    private static final String SUBJECT = "finops(größe): cpu 4→2, Speicher 16Gi→8Gi und noch sehr viel mehr, "
            + "damit die Zeile zu lang wird 😀";
    private static final String BODY = "From: nobody\n\nFrom here on\n--- a line\ndiff --git a b\nIndex: x\n\n"
            + "FinOps-Change-Id: x\nSigned-off-by: J <j@x.org>\n";
    @TempDir
    Path folder;
    private Path clone;
    private Path receiver;
    private String tip = "";

    @BeforeEach
    void build() throws Exception {
        clone = folder.resolve("clone");
        Clones.build(clone, Map.of("crlf.yaml", "a: 1\r\nb: 2\r\nc: 3", "plain.yaml", "x: 1 # ü\ny: 2 \n\n",
                "ende.yaml", "z: 1", "ordner mit ü/t.yaml", "\tt: \"" + "l".repeat(2000) + "\"\nu: 1\n"));
        receiver = folder.resolve("receiver");
        git(folder, "clone", "-q", clone.toString(), receiver.toString());
        try (GitRepository repository = GitRepository.open(clone)) {
            String base = repository.head().commitId();
            tip = repository.commit(new CommitRequest(base, "finops/a", true, List.of(
                    new CommitRequest.Step(SUBJECT + "\n\n" + BODY, Map.of("crlf.yaml",
                            bytes("a: 1\r\nb: 4\r\nc: 3"), "ende.yaml", bytes("z: 2"))),
                    new CommitRequest.Step("Second", Map.of("plain.yaml", bytes("x: 1 # ü\ny: 3 \n\n"),
                            "ordner mit ü/t.yaml", bytes("\tt: \"" + "l".repeat(2000) + "\"\nu: 2\n"),
                            "neu.yaml", bytes("From me\nn: 1\n"))),
                    new CommitRequest.Step("Third\n\nü\n", Map.of("crlf.yaml", bytes("a: 1\r\nb: 4\r\nc: 5\r\n"),
                            "ende.yaml", bytes("z: 2\n")))),
                    JOSE, START, null));
        }
    }

    private String tree(Path of, String revision) throws Exception {
        return git(of, "rev-parse", revision + "^{tree}");
    }

    @Test
    void gitVerifiesAndFetchesTheBundle() throws Exception {
        Path file = folder.resolve("a.bundle");
        try (GitRepository repository = GitRepository.open(clone)) {
            Outgoing outgoing = repository.dispatch().outgoing("finops/a");
            assertThat(outgoing.commits()).hasSize(3).endsWith(tip);
            assertThat(outgoing.needs()).containsExactly(repository.head().commitId());
            Files.write(file, repository.dispatch().bundle(outgoing));
        }
        assertThat(git(receiver, "bundle", "verify", file.toString())).contains("refs/heads/finops/a",
                "requires this ref", "is okay");
        git(receiver, "fetch", "-q", file.toString(), "refs/heads/finops/a:refs/heads/finops/a");
        assertThat(git(receiver, "rev-parse", "finops/a").strip()).isEqualTo(tip);
        assertThat(git(receiver, "fsck", "--strict")).doesNotContain("error", "warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "input"})
    void gitAmMakesTheSameCommitsOfThePatches(String autocrlf) throws Exception {
        Path file = folder.resolve("a.mbox");
        try (GitRepository repository = GitRepository.open(clone)) {
            Files.write(file, repository.dispatch().mailPatches(repository.dispatch().outgoing("finops/a")));
        }
        git(receiver, "config", "core.autocrlf", autocrlf);
        git(receiver, "-c", "user.name=r", "-c", "user.email=r@x.org", "am", "-q", file.toString());
        assertThat(tree(receiver, "HEAD")).isEqualTo(tree(clone, "finops/a"));
        assertThat(git(receiver, "log", "-3", "--format=%an|%ae|%ad|%s", "--date=iso-strict").lines().toList())
                .isEqualTo(git(clone, "log", "-3", "--format=%an|%ae|%ad|%s", "--date=iso-strict", "finops/a").lines()
                        .toList());
        assertThat(git(receiver, "log", "-1", "--format=%b", "HEAD~2")).contains("From: nobody", "From here on",
                "Index: x", "FinOps-Change-Id: x\nSigned-off-by: J <j@x.org>");
    }

    @Test
    void aBranchWithoutCommitsOfItsOwnAndAMergeAreRefused() throws Exception {
        git(clone, "branch", "same");
        git(clone, "-c", "user.name=a", "-c", "user.email=b", "commit", "-q", "--allow-empty", "-m", "On main");
        git(clone, "checkout", "-q", "-b", "merged", "finops/a");
        git(clone, "-c", "user.name=a", "-c", "user.email=b", "merge", "-q", "--no-edit", "main");
        git(clone, "checkout", "-q", "main");
        git(clone, "reset", "-q", "--hard", "HEAD~1");
        try (GitRepository repository = GitRepository.open(clone)) {
            refuses("NOTHING_TO_HAND_OVER", () -> repository.dispatch().outgoing("same"));
            refuses("UNKNOWN_BRANCH", () -> repository.dispatch().outgoing("none"));
            refuses("PATCH_MERGE", () -> repository.dispatch().mailPatches(repository.dispatch().outgoing("merged")));
            assertThat(repository.dispatch().bundle(repository.dispatch().outgoing("merged"))).isNotEmpty();
        }
    }

    @Test
    void aBranchThatIsCheckedOutIsHeldAgainstTheOthers() throws Exception {
        git(clone, "checkout", "-q", "finops/a");
        try (GitRepository repository = GitRepository.open(clone)) {
            assertThat(repository.dispatch().outgoing("finops/a").commits()).hasSize(3);
        }
    }
}
