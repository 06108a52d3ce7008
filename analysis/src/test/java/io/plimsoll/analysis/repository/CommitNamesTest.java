package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;

import static io.plimsoll.analysis.repository.Clones.build;
import static io.plimsoll.analysis.repository.Clones.git;
import static io.plimsoll.analysis.repository.GitRepositoryTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

/// Which commit is meant by what somebody writes.
class CommitNamesTest {
    @TempDir
    Path folder;

    @Test
    void anIdIsTheCommitEvenIfABranchIsCalledLikeIt() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n"), Map.of("a.yaml", "a: 2\n"));
        try (GitRepository repository = GitRepository.open(folder)) {
            String first = repository.history(HistoryQuery.all(), Cancellation.never()).getLast().id();
            git(folder, "branch", first.substring(0, 7), "main");
            assertThat(repository.resolve(first.substring(0, 7))).isEqualTo(first);
            git(folder, "branch", "cafe", "main");
            assertThat(repository.resolve("cafe")).as("no id").isEqualTo(repository.head().commitId());
        }
    }

    @Test
    void whatIsNoCommitIsUnknownHoweverItIsWritten() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        git(folder, "tag", "blob", "main:a.yaml");
        try (GitRepository repository = GitRepository.open(folder)) {
            String blob = repository.fileAt("main", "a.yaml").orElseThrow().blobId();
            for (String text : List.of("blob", "main^{tree}", "--upload-pack=x", "", "\n", "main..main", "../x", blob,
                    blob.substring(0, 8), "x".repeat(1_000_000), "main~99999999999")) {
                refuses("UNKNOWN_COMMIT", () -> repository.resolve(text));
            }
        }
    }

    @Test
    void anIdThatTwoCommitsBeginWithIsNeither() throws Exception {
        build(folder, Map.of("a.yaml", "a: 1\n"));
        Map<String, ObjectId> begun = new HashMap<>();
        String shared = "";
        ObjectId first = ObjectId.zeroId();
        ObjectId second = ObjectId.zeroId();
        try (Git git = Git.open(folder.toFile()); ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            ObjectId tree = git.getRepository().resolve("main^{tree}");
            for (int i = 0; shared.isEmpty(); i++) {
                ObjectId id = commit(inserter, tree, "Commit " + i);
                String four = id.name().substring(0, 4);
                ObjectId other = begun.putIfAbsent(four, id);
                if (other != null) {
                    shared = four;
                    first = other;
                    second = id;
                }
            }
            inserter.flush();
        }
        String prefix = shared;
        try (GitRepository repository = GitRepository.open(folder)) {
            refuses("AMBIGUOUS_COMMIT", () -> repository.resolve(prefix));
            assertThat(repository.resolve(first.name())).isEqualTo(first.name());
            assertThat(repository.resolve(second.name().substring(0, 39))).isEqualTo(second.name());
        }
    }

    private static ObjectId commit(ObjectInserter inserter, ObjectId tree, String message) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setMessage(message);
        // The same each time, so that the ids are too.
        PersonIdent author = new PersonIdent("Anna", "anna@example.com", Clones.START, ZoneOffset.UTC);
        commit.setAuthor(author);
        commit.setCommitter(author);
        return inserter.insert(commit);
    }
}
