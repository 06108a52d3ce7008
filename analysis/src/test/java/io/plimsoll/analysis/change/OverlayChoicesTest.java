package io.plimsoll.analysis.change;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The base or one overlay: the patch is an edit like any other.
class OverlayChoicesTest extends OverlayCase {
    @Test
    void everyRootOfTheBaseIsAChoiceOrSaysWhyNot() throws Exception {
        Intent cpu = base(RESOURCES + "cpu", "2", "1500m");
        ChangeDesk desk = desk(cpu);
        List<OverlayChoice> choices = desk.overlays().alternatives(desk.current(), cpu, Cancellation.never());
        assertThat(choices).extracting(OverlayChoice::root).containsExactly("dev", "prod", "stage");
        assertThat(choices).extracting(OverlayChoice::code).containsExactly(null, null, "NOT_PATCHABLE");
        assertThat(choices.get(2).reason()).contains("NO_SUCH_PATH");
        desk.overlays().replaceBy(cpu, choices.getFirst());
        assertThat(preview(desk).files()).singleElement().extracting(FilePreview::file)
                .isEqualTo("dev/kustomization.yaml");
        assertThatThrownBy(() -> desk.overlays().replaceBy(cpu, choices.get(2))).isInstanceOf(StepFailure.class);
        desk.undo();
        assertThat(desk.current().ticked()).containsExactly(cpu);
        assertThat(desk.redo().ticked()).singleElement().extracting(Intent::newValue).isEqualTo("1500m");
    }

    @Test
    void editsOfOneContainerBecomeOnePatchWhateverIsTicked() throws Exception {
        ChangeDesk desk = desk(base(RESOURCES + "cpu", "2", "1500m"), base(RESOURCES + "memory", "4Gi", "3Gi"));
        patch(desk, "prod");
        String wanted = """
                        # ours
                        resources:
                        - ../base # shared
                        namespace: shop
                        patches:
                        - patch: |-
                            apiVersion: apps/v1
                            kind: Deployment
                            metadata:
                              name: web
                            spec:
                              template:
                                spec:
                                  containers:
                                    - name: app
                                      resources:
                                        requests:
                                          cpu: 1500m
                                          memory: 3Gi""".replace("\n", "\r\n");
        FilePreview file = preview(desk).files().getFirst();
        assertThat(file.file()).isEqualTo(PROD);
        assertThat(text(file.after())).isEqualTo(wanted);
        assertThat(file.edits()).extracting(edit -> edit.owner().changes()).containsOnly(List.of("prod"));
        assertThat(file.edits()).extracting(EditPreview::before).containsExactly("2", "4Gi");

        desk.tick(List.of(desk.current().ticked().getFirst().place()), false);
        assertThat(text(preview(desk).files().getFirst().after()))
                .isEqualTo(wanted.replace("                  cpu: 1500m\r\n", ""));
        desk.undo();
        desk.undo();
        assertThat(preview(desk).files()).extracting(FilePreview::file).containsExactly(BASE);
    }

    @Test
    void theGuardsJudgeTheStepFromTheBase() throws Exception {
        ChangeDesk desk = desk(base("spec.replicas", "6", "2"));
        patch(desk, "prod");
        assertThat(preview(desk).guards()).filteredOn(guard -> guard.rule().equals("step-cap"))
                .anyMatch(guard -> guard.blocks() && guard.evidence().contains("replicas 6 → 2"));
    }

    @Test
    void aProtectedFieldIsNotReachedThroughAnOverlay() throws Exception {
        files.put(".plimsoll/guards.yaml",
                "version: 1\nprotected: [{kind: Deployment, field: spec.replicas, reason: agreed}]\n");
        ChangeDesk desk = desk(base("spec.replicas", "6", "5"));
        patch(desk, "prod");
        assertThat(preview(desk).guards())
                .anyMatch(guard -> guard.rule().equals("protected-path") && guard.blocks());
    }

    @Test
    void aNewTipKeepsThePatchUnlessTheBaseMovedOrItIsThereAlready() throws Exception {
        ChangeDesk desk = desk(base(RESOURCES + "cpu", "2", "1500m"));
        patch(desk, "prod");
        String patched = text(preview(desk).files().getFirst().after());
        git(clone, "checkout", "-q", "-f", "main");
        Files.writeString(clone.resolve(PROD), files.get(PROD) + "\r\npatches:\r\n- patch: '[]'\r\n"
                + "  target: {kind: Service}\r\n");
        git(clone, "commit", "-q", "-am", "Others");
        desk.rebase(Cancellation.never());
        assertThat(preview(desk).edits()).singleElement().extracting(EditPreview::path)
                .isEqualTo("patches[1].patch>" + RESOURCES + "cpu");
        Files.writeString(clone.resolve(BASE), files.get(BASE).replace("\"2\"", "\"3\""));
        git(clone, "commit", "-q", "-am", "Base");
        assertThatThrownBy(() -> desk.rebase(Cancellation.never())).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.message()).contains("is 3, not 2"));
        Files.writeString(clone.resolve(BASE), files.get(BASE));
        Files.writeString(clone.resolve(PROD), patched);
        git(clone, "commit", "-q", "-am", "Done by others");
        assertThat(desk.rebase(Cancellation.never()).items()).isEmpty();
    }

    @Test
    void aDeployersOwnFolderIsPatchedAndOneThatTwoDeployIsNot() throws Exception {
        String flux = """
                      apiVersion: kustomize.toolkit.fluxcd.io/v1
                      kind: Kustomization
                      metadata: {name: %1$s, namespace: flux-system}
                      spec: {path: ./%2$s, sourceRef: {kind: GitRepository, name: flux-system}}
                      """;
        files.put("clusters/a.yaml", flux.formatted("a", "prod"));
        files.put("clusters/b.yaml", flux.formatted("b", "dev"));
        files.put("clusters/c.yaml", flux.formatted("c", "dev"));
        Intent cpu = base(RESOURCES + "cpu", "2", "1500m");
        ChangeDesk desk = desk(cpu);
        List<OverlayChoice> choices = desk.overlays().alternatives(desk.current(), cpu, Cancellation.never());
        assertThat(choices).filteredOn(choice -> choice.root().endsWith("/a")).singleElement()
                .satisfies(choice -> assertThat(choice.intents()).extracting(Intent::file).containsExactly(PROD));
        assertThat(choices).filteredOn(choice -> choice.root().endsWith("/b")).extracting(OverlayChoice::code)
                .containsExactly("OVERLAY_SHARED");
    }
}
