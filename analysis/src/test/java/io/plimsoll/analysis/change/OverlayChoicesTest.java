package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static io.plimsoll.analysis.repository.Clones.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The base or one overlay: the patch is an edit like any other.
class OverlayChoicesTest {
    private static final String BASE = "base/web.yaml";
    private static final String PROD = "prod/kustomization.yaml";
    private static final String RESOURCES = "spec.template.spec.containers[name=app].resources.requests.";
    private static final Map<String, String> REASON = Map.of("step-cap", "the sale is over", "memory-floor",
            "not measured", "cpu-floor", "not measured");

    @TempDir
    Path folder;
    private final Map<String, String> files = new LinkedHashMap<>();
    private Workbench workbench;
    private Path clone;

    @BeforeEach
    void write() {
        files.put(BASE, """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          replicas: 6 # for all
                          template:
                            spec:
                              containers:
                                - name: app
                                  resources: {requests: {cpu: "2", memory: 4Gi}}
                        """);
        files.put("base/kustomization.yaml", "resources: [web.yaml]\n");
        files.put("dev/kustomization.yaml", "resources: [../base]\n");
        files.put("stage/kustomization.yaml", "{resources: [../base]}\n");
        files.put(PROD, "# ours\r\nresources:\r\n- ../base # shared\r\nnamespace: shop");
    }

    @AfterEach
    void close() {
        if (workbench != null) {
            workbench.close();
        }
    }

    private ChangeDesk desk(Intent... intents) throws Exception {
        clone = Clones.build(folder.resolve("clone"), files);
        git(clone, "config", "user.name", "Anna Berg");
        git(clone, "config", "user.email", "anna@example.org");
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.repository().add(clone);
        workbench.changes().add(List.of(intents));
        return workbench.changes();
    }

    private static Intent base(String path, String old, String now) {
        return new Intent(BASE, 0, path, old, now, "web");
    }

    private static ChangeSet patch(ChangeDesk desk, String root) {
        return desk.overlays().patch(desk.current(), desk.current().ticked(), root, Cancellation.never());
    }

    private static Preview preview(ChangeDesk desk) {
        return desk.preview(Progress.NONE, Cancellation.never());
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    /// What is at the tip of a branch.
    private String at(String branch, String file) {
        try (GitRepository repository = GitRepository.open(clone)) {
            return text(repository.read(repository.resolve(branch), file));
        }
    }

    private static Committed commit(ChangeDesk desk, String branch) {
        Map<String, String> reasons = new LinkedHashMap<>(REASON);
        reasons.keySet().removeIf(rule -> preview(desk).guards().stream()
                .noneMatch(guard -> guard.rule().equals(rule) && guard.blocks()));
        return desk.commit(CommitWish.on(branch).overriding(reasons), Progress.NONE, Cancellation.never());
    }

    private void others(String file, String text) throws Exception {
        git(clone, "checkout", "-q", "-f", "finops/web");
        Files.writeString(clone.resolve(file), text);
        git(clone, "commit", "-q", "-am", "Others");
        git(clone, "checkout", "-q", "main");
    }

    private Committed undo(ChangeDesk desk, Committed made) {
        return desk.undoCommit(made.commitId(), UndoWish.because("no"), Progress.NONE, Cancellation.never());
    }

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
