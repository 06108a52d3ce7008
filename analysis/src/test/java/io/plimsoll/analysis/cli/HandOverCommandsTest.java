package io.plimsoll.analysis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.Intent;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;

/// Commits leave the clone: in a file, and by the user's Git to a folder that stands for a server.
class HandOverCommandsTest {
    private static final String COMPACTOR = "platform/archive-compactor.yaml";
    private static final String SYNC = "platform/lineage-sync.yaml";
    @TempDir
    Path folder;
    private Path workspace;
    private Path clone;
    private Path server;

    @BeforeEach
    void build() throws Exception {
        Path origin = SampleCase.clone(folder.resolve("origin"));
        server = folder.resolve("server.git");
        git(folder, "clone", "-q", "--bare", origin.toString(), server.toString());
        clone = folder.resolve("clone");
        git(folder, "clone", "-q", server.toString(), clone.toString());
        git(clone, "config", "user.name", "Anna Berg");
        git(clone, "config", "user.email", "anna@example.org");
        workspace = folder.resolve("workspace");
        assertThat(run("repo", "add", clone).exitCode()).isZero();
        add();
    }

    private void add() {
        try (Workbench workbench = Workbench.open(workspace)) {
            workbench.changes().add(List.of(
                    new Intent(COMPACTOR, 0, "metadata.labels.team", null, "data", "archive-compactor"),
                    new Intent(SYNC, 0, "metadata.labels.team", null, "data", "lineage-sync")));
        }
    }

    private CommandLineRun run(Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    private JsonNode done(Object... command) {
        CommandLineRun run = run(command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    private List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aSplitCommitIsBundledMailedPushedAndTakenBack() throws Exception {
        assertThat(run("bundle", folder.resolve("x")).error().get("code").asString()).isEqualTo("NOTHING_TO_HAND_OVER");
        git(clone, "branch", "mine");
        assertThat(run("push", "--branch", "mine", "--yes").error().get("code").asString()).isEqualTo("PUSH_NOT_OURS");
        CommandLineRun unsigned = run("commit", "--branch", "finops/labels", "--sign-key", folder.resolve("none"));
        assertThat(unsigned.exitCode()).isEqualTo(3);
        assertThat(unsigned.error().get("code").asString()).isEqualTo("SIGN_KEY_MISSING");
        assertThat(git(clone, "branch", "--list", "finops/*")).isEmpty();
        JsonNode made = done("commit", "--branch", "finops/labels", "--per-workload");
        List<String> ids = texts(made.get("commits"));
        assertThat(ids).hasSize(2);
        assertThat(made.get("signed").asBoolean()).isFalse();

        Path bundle = folder.resolve("labels.bundle");
        JsonNode bundled = done("bundle", bundle);
        assertThat(texts(bundled.get("commits"))).isEqualTo(ids);
        Path receiver = folder.resolve("receiver");
        git(folder, "clone", "-q", server.toString(), receiver.toString());
        git(receiver, "bundle", "verify", bundle.toString());
        git(receiver, "fetch", "-q", bundle.toString(), "refs/heads/finops/labels:refs/heads/finops/labels");
        assertThat(git(receiver, "rev-parse", "finops/labels").strip()).isEqualTo(ids.getLast());
        done("bundle", folder.resolve("labels.mbox"), "--patches");
        git(receiver, "-c", "user.name=r", "-c", "user.email=r@x", "am", "-q",
                folder.resolve("labels.mbox").toString());
        assertThat(git(receiver, "diff", "HEAD", "finops/labels")).isEmpty();

        CommandLineRun unconfirmed = run("push");
        assertThat(unconfirmed.exitCode()).isEqualTo(2);
        assertThat(unconfirmed.error().get("code").asString()).isEqualTo("NOT_CONFIRMED");
        assertThat(unconfirmed.err()).contains(ids.getLast() + ":refs/heads/finops/labels");
        assertThat(git(server, "branch", "--list", "finops/*")).isEmpty();
        assertThat(done("push", "--yes").get("commit").asString()).isEqualTo(ids.getLast());
        assertThat(git(server, "rev-parse", "finops/labels").strip()).isEqualTo(ids.getLast());

        assertThat(done("undo", ids.getFirst()).get("commits")).hasSize(1);
        done("push", "--yes");
        assertThat(git(server, "rev-list", "--count", "main..finops/labels").strip()).isEqualTo("3");
        JsonNode ledger = done("ledger");
        assertThat(ledger.toString()).contains("\"push\"");
    }

    @Test
    void theChangeSetIsReAppliedOnWhatWasFetched() throws Exception {
        Path other = folder.resolve("other");
        git(folder, "clone", "-q", server.toString(), other.toString());
        Files.writeString(other.resolve(SYNC), Files.readString(other.resolve(SYNC)) + "# the end\n");
        git(other, "-c", "user.name=a", "-c", "user.email=b", "commit", "-qam", "Say that it ends");
        git(other, "push", "-q", "origin", "HEAD");
        String tip = git(other, "rev-parse", "HEAD").strip();
        JsonNode fetched = done("fetch", "--yes", "--onto", "origin/main");
        assertThat(fetched.get("base").asString()).isEqualTo(tip);
        assertThat(fetched.get("moved").get(0).get("commit").asString()).isEqualTo(tip);
        String made = done("commit", "--branch", "finops/labels").get("commits").get(0).asString();
        assertThat(git(clone, "rev-parse", made + "^").strip()).isEqualTo(tip);
        assertThat(git(clone, "status", "--porcelain")).isEmpty();
        assertThat(texts(done("bundle", folder.resolve("b")).get("needs"))).containsExactly(tip);
    }
}
