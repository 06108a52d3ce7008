package io.plimsoll.analysis.change;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Patches of an overlay as commits, and their undo.
class OverlayUndoTest extends OverlayCase {
    /// What is at the tip of a branch.
    private String at(String branch, String file) {
        try (GitRepository repository = GitRepository.open(clone)) {
            return text(repository.read(repository.resolve(branch), file));
        }
    }

    @Test
    void aCommitTellsThePlaceAndItsUndoGivesTheSameBytes() throws Exception {
        ChangeDesk desk = desk(base(RESOURCES + "cpu", "2", "1500m"), base("spec.replicas", "6", "4"));
        patch(desk, "prod");
        Committed made = commit(desk, "finops/web");
        assertThat(at("finops/web", PROD)).contains("replicas:\r\n- name: web\r\n  count: 4");
        assertThat(made.message()).contains(
                "FinOps-Path: prod/kustomization.yaml#0:patches[0].patch>" + RESOURCES + "cpu (none) -> 1500m",
                "FinOps-Path: prod/kustomization.yaml#0:replicas[0].count (none) -> 4");
        undo(desk, made);
        assertThat(at("finops/web", PROD)).isEqualTo(files.get(PROD));
    }

    @Test
    void anUndoTakesOutItsOwnItemsOnlyWhereOthersChangedTheFileSince() throws Exception {
        ChangeDesk desk = desk(base(RESOURCES + "cpu", "2", "1500m"), base(RESOURCES + "memory", "4Gi", "3Gi"),
                base("spec.replicas", "6", "4"));
        patch(desk, "prod");
        Committed made = commit(desk, "finops/web");
        String more = "\r\n- target: {kind: Deployment}\r\n  patch: '[]'\r\nnamePrefix: p-\r\n";
        String head = at("finops/web", PROD).replace("replicas:", "labels: []\r\nreplicas:");
        int end = head.indexOf("\r\nlabels") < head.indexOf("patches:") ? head.length() : head.indexOf("\r\nlabels");
        others(PROD, head.substring(0, end) + (end == head.length() ? more : more.stripTrailing())
                + head.substring(end));
        undo(desk, made);
        assertThat(at("finops/web", PROD)).startsWith(files.get(PROD)).doesNotContain("1500m", "count: 4")
                .contains("patches:", "- target: {kind: Deployment}\r\n  patch: '[]'", "namePrefix: p-", "labels: []");
    }

    @Test
    void anUndoIsRefusedWhereTheItemWasEditedSince() throws Exception {
        ChangeDesk desk = desk(base(RESOURCES + "cpu", "2", "1500m"));
        patch(desk, "prod");
        Committed made = commit(desk, "finops/web");
        others(PROD, at("finops/web", PROD).replace("1500m", "1600m"));
        assertThatThrownBy(() -> undo(desk, made)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("STALE_OLD_VALUE"));
    }

    @Test
    void aPatchThatIsThereIsExtendedAndTakenBack() throws Exception {
        files.put(PROD, """
                        resources: [../base]
                        patches:
                          - patch: |-
                              apiVersion: apps/v1
                              kind: Deployment
                              metadata: {name: web}
                              spec:
                                paused: true
                        """);
        ChangeDesk desk = desk(base("spec.replicas", "6", "4"));
        patch(desk, "prod");
        Committed made = commit(desk, "finops/web");
        assertThat(at("finops/web", PROD)).isEqualTo(files.get(PROD) + "        replicas: 4\n");
        others(PROD, at("finops/web", PROD) + "namePrefix: p-\n");
        undo(desk, made);
        assertThat(at("finops/web", PROD)).isEqualTo(files.get(PROD) + "namePrefix: p-\n");
    }
}
