package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

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
}
