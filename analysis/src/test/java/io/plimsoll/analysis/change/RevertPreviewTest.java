package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevertPreviewTest {
    @TempDir
    private Path folder;

    private static DatedCommit commit(int hour, String replicas, String memory) {
        String text = """
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata:
                        name: api
                      spec:
                        replicas: %s
                        template:
                          spec:
                            containers:
                              - name: main
                                resources:
                                  requests:
                                    memory: %s
                      """.formatted(replicas, memory);
        return new DatedCommit(Instant.parse("2026-10-01T00:00:00Z").plusSeconds(3600L * hour),
                new Person("Someone", "someone@example.com"), "step " + hour,
                Map.of("api.yaml", Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static RevertPreview preview(GitRepository repository, String commit) {
        return RevertPreview.of(repository, commit, RevertEffect.of(repository, commit, List.of(),
                (workload, written, cancellation) -> Optional.empty(), Cancellation.never()), Cancellation.never());
    }

    @Test
    void whatALaterCommitChangedAgainStaysAndIsNamed() {
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            List<String> ids = repository.commitAll(List.of(commit(0, "3", "4Gi"), commit(1, "9", "16Gi"),
                    commit(2, "9", "8Gi")));
            RevertPreview preview = preview(repository, ids.get(1));
            assertThat(preview.unified()).contains("-  replicas: 9", "+  replicas: 3").doesNotContain("4Gi");
            assertThat(preview.conflicts()).singleElement().satisfies(each -> {
                assertThat(each.change().before()).isEqualTo("4Gi");
                assertThat(each.later()).hasValueSatisfying(later -> assertThat(later.id()).isEqualTo(ids.get(2)));
                assertThat(each.sentence()).contains("memory-request of api, which " + ids.get(2).substring(0, 7));
            });
            assertThat(repository.head().commitId()).isEqualTo(ids.get(2));
        }
    }

    @Test
    void withoutTelemetryItSaysWhyTheMoneyIsNotKnown() {
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            List<String> ids = repository.commitAll(List.of(commit(0, "3", "4Gi"), commit(1, "9", "4Gi"),
                    commit(2, "5", "4Gi")));
            assertThat(preview(repository, ids.get(2)).unknown()).isEqualTo(
                    "No workload with telemetry takes its size from these values.");
            assertThat(preview(repository, ids.get(1)).unknown())
                    .startsWith("None of its values can be set back: replicas of api, which "
                            + ids.get(2).substring(0, 7));
        }
    }

    @Test
    void whereAShallowCloneEndsItDoesNotClaimToKnowWhatACommitChanged() throws Exception {
        Path full = folder.resolve("clone");
        List<String> ids;
        try (GitRepository repository = GitRepository.create(full, "main")) {
            ids = repository.commitAll(List.of(commit(0, "3", "4Gi"), commit(1, "9", "16Gi")));
        }
        Clones.git(folder, "clone", "-q", "--depth", "1", "file://" + full, "shallow");
        try (GitRepository shallow = GitRepository.open(folder.resolve("shallow"))) {
            assertThat(preview(shallow, ids.get(1)).unknown()).contains("shallow").contains("git fetch --unshallow");
        }
    }

    @Test
    void aDamagedCloneIsSaidAndNotTakenForACommitThatChangedNothing() throws Exception {
        Path clone = folder.resolve("clone");
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            List<String> ids = repository.commitAll(List.of(commit(0, "3", "4Gi"), commit(1, "9", "16Gi")));
            String blob = repository.fileAt(ids.get(0), "api.yaml").orElseThrow().blobId();
            Files.delete(clone.resolve(".git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
            assertThatThrownBy(() -> preview(repository, ids.get(1))).isInstanceOfSatisfying(StepFailure.class,
                    failure -> assertThat(failure.code()).isEqualTo("MISSING_OBJECT"));
        }
    }

    @Test
    void ofACommitThatTouchedAWholeTreeAPartIsReadAndThatIsSaid() {
        List<DatedCommit> script = new ArrayList<>();
        for (int step = 0; step < 3; step++) {
            DatedCommit one = commit(step, String.valueOf(step + 1), "4Gi");
            Map<String, Optional<byte[]>> files = new HashMap<>();
            for (int i = 0; i < 207; i++) {
                files.put("app" + i + ".yaml", one.files().get("api.yaml"));
            }
            script.add(new DatedCommit(one.time(), one.author(), one.message(), files));
        }
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            List<String> ids = repository.commitAll(script);
            RevertPreview preview = preview(repository, ids.get(1));
            assertThat(preview.unread()).isEqualTo("7 of its files were not looked at.");
            assertThat(preview.conflicts()).hasSize(200);
            assertThat(preview.conflicts()).filteredOn(each -> each.later().isPresent())
                    .as("of a few the history is looked through").hasSize(20);
            assertThat(preview.conflicts().getLast().sentence()).endsWith("which is another one now");
        }
    }
}
