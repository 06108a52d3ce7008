package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody commits between `propose` and `commit`.
class MovedHeadTest {
    private static final String VISION = "data-pipelines/vision/application.yaml";

    @TempDir
    Path folder;
    private Path clone;
    private Path workspace;

    @BeforeEach
    void proposeSmallerSizes() throws Exception {
        clone = folder.resolve("clone");
        workspace = folder.resolve("workspace");
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            repository.commitAll(HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
        }
        git("config", "user.name", "Anna Berg");
        git("config", "user.email", "anna@example.org");
        try (Workbench workbench = Workbench.openOrCreate(workspace);
                GitRepository repository = GitRepository.open(clone)) {
            workbench.repository().add(clone);
            ManifestIndex index = ManifestIndex.read(repository, "HEAD", Cancellation.never());
            Workload job = workbench.workloads().map(index, Cancellation.never())
                    .find("data-processing/multimodal-feature-extraction").orElseThrow();
            long bytes = Bytes.ofGi(8).count();
            workbench.changes().propose(job, new Size(2, OptionalDouble.empty(), bytes, bytes, 3), null,
                    Cancellation.never());
        }
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", clone.toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private void replace(String from, String to) throws IOException, InterruptedException {
        Path file = clone.resolve(VISION);
        Files.writeString(file, Files.readString(file).replace(from, to));
        git("commit", "-qam", "Meanwhile");
    }

    private CommandLineRun run(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--json", "--workspace", workspace));
        return CommandLineRun.of(all.toArray());
    }

    private CommandLineRun commit() {
        return run("commit", "--branch", "finops/x", "--override", "step-cap=back to the size before");
    }

    @Test
    void aCommitThatNobodyLookedAtIsRefusedUntilItIsProposedAgain() throws Exception {
        replace("spec:\n", "spec:\n  # meanwhile\n");
        CommandLineRun refused = commit();
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.error().get("code").asString()).isEqualTo("BASE_MOVED");
        run("propose");
        assertThat(commit().exitCode()).isZero();
    }

    @Test
    void aValueThatSomebodyElseChangedIsNamed() throws Exception {
        replace("replicas: 9 ", "replicas: 8 ");
        CommandLineRun stale = run("propose");
        assertThat(stale.exitCode()).isEqualTo(4);
        assertThat(stale.error().get("code").asString()).isEqualTo("STALE_OLD_VALUE");
        assertThat(commit().error().get("code").asString()).isEqualTo("BASE_MOVED");
    }
}
