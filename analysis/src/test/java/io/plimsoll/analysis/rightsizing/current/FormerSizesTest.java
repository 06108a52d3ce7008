package io.plimsoll.analysis.rightsizing.current;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestIndex;

import static org.assertj.core.api.Assertions.assertThat;

/// What Git had before is the same whether one workload is asked about or a fleet.
class FormerSizesTest {
    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");
    private static final Person WHO = new Person("Ada", "ada@example.org");

    @TempDir
    Path folder;

    private static Optional<byte[]> manifest(int workload, int millis) {
        return Optional.of("""
                           apiVersion: apps/v1
                           kind: Deployment
                           metadata:
                             name: svc-%1$d
                             namespace: team
                           spec:
                             replicas: 2
                             template:
                               spec:
                                 containers:
                                   - name: svc-%1$d
                                     resources:
                                       requests:
                                         cpu: %2$dm
                                         memory: 256Mi
                           """.formatted(workload, millis).getBytes(StandardCharsets.UTF_8));
    }

    private static String file(int workload) {
        return "apps/team-" + workload % 20 + "/svc-" + workload + ".yaml";
    }

    /// All workloads at first; then one more changed by each commit, one commit in four hours.
    static GitRepository clone(Path folder, int workloads, int commits) {
        List<DatedCommit> script = new ArrayList<>();
        Map<String, Optional<byte[]>> first = new HashMap<>();
        for (int i = 0; i < workloads; i++) {
            first.put(file(i), manifest(i, 100));
        }
        Instant time = END.minus(Duration.ofHours(4L * (commits + 1)));
        script.add(new DatedCommit(time, WHO, "Begin", first));
        for (int i = 0; i < commits; i++) {
            time = time.plus(Duration.ofHours(4));
            int changed = i * 7 % workloads;
            script.add(new DatedCommit(time, WHO, "Resize svc-" + changed,
                    Map.of(file(changed), manifest(changed, 200 + i))));
        }
        GitRepository clone = GitRepository.create(folder, "main");
        clone.commitAll(script);
        return clone;
    }

    static List<DeclaredSize> declared(GitRepository clone) {
        return ManifestIndex.read(clone, clone.head().commitId(), Cancellation.never()).workloads().stream()
                .map(each -> DeclaredSize.of(each, each.kind(), each.name())).toList();
    }

    @Test
    void aFleetIsToldWhatEachWorkloadIsToldAlone() {
        try (GitRepository clone = clone(folder, 12, 400)) {
            List<DeclaredSize> all = declared(clone);
            FormerSizes together = new FormerSizes(clone.head().commitId(), all);
            int found = 0;
            for (int i = 0; i < all.size(); i++) {
                DeclaredSize each = all.get(i);
                // Workloads end at other times, so that the walk has to go further back in between.
                Instant end = END.minus(Duration.ofDays(i * 2L));
                List<FormerSize> alone = new FormerSizes(clone.head().commitId(), List.of(each)).of(clone, each,
                        Size.unset(1), end, Cancellation.never());
                assertThat(together.of(clone, each, Size.unset(1), end, Cancellation.never())).isEqualTo(alone);
                assertThat(alone).allSatisfy(size -> assertThat(size.until()).isAfterOrEqualTo(end.minus(
                        Duration.ofDays(60))));
                found += alone.size();
            }
            assertThat(all).hasSize(12);
            assertThat(found).isGreaterThan(300);
        }
    }

    @Test
    void nothingIsSaidOfAWorkloadThatGitDoesNotDeclare() {
        try (GitRepository clone = clone(folder, 1, 1)) {
            DeclaredSize unknown = DeclaredSize.of(null, "Deployment", "");
            assertThat(new FormerSizes(clone.head().commitId(), List.of(unknown)).of(clone, unknown, Size.unset(1), END,
                    Cancellation.never())).isEmpty();
        }
    }
}
