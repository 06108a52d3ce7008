package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static io.plimsoll.analysis.repository.Clones.git;

/// A base that three kustomizations build upon, in a clone of a workspace.
class OverlayCase {
    static final String BASE = "base/web.yaml";
    static final String PROD = "prod/kustomization.yaml";
    static final String RESOURCES = "spec.template.spec.containers[name=app].resources.requests.";
    static final Map<String, String> REASON = Map.of("step-cap", "the sale is over", "memory-floor",
            "not measured", "cpu-floor", "not measured");
    @TempDir
    Path folder;
    final Map<String, String> files = new LinkedHashMap<>();
    Workbench workbench;
    Path clone;

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

    ChangeDesk desk(Intent... intents) throws Exception {
        clone = Clones.build(folder.resolve("clone"), files);
        git(clone, "config", "user.name", "Anna Berg");
        git(clone, "config", "user.email", "anna@example.org");
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        workbench.repository().add(clone);
        workbench.changes().add(List.of(intents));
        return workbench.changes();
    }

    static Intent base(String path, String old, String now) {
        return new Intent(BASE, 0, path, old, now, "web");
    }

    static ChangeSet patch(ChangeDesk desk, String root) {
        return desk.overlays().patch(desk.current(), desk.current().ticked(), root, Cancellation.never());
    }

    static Preview preview(ChangeDesk desk) {
        return desk.preview(Progress.NONE, Cancellation.never());
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    static Committed commit(ChangeDesk desk, String branch) {
        Map<String, String> reasons = new LinkedHashMap<>(REASON);
        reasons.keySet().removeIf(rule -> preview(desk).guards().stream()
                .noneMatch(guard -> guard.rule().equals(rule) && guard.blocks()));
        return desk.commit(CommitWish.on(branch).overriding(reasons), Progress.NONE, Cancellation.never());
    }

    void others(String file, String text) throws Exception {
        git(clone, "checkout", "-q", "-f", "finops/web");
        Files.writeString(clone.resolve(file), text);
        git(clone, "commit", "-q", "-am", "Others");
        git(clone, "checkout", "-q", "main");
    }

    Committed undo(ChangeDesk desk, Committed made) {
        return desk.undoCommit(made.commitId(), UndoWish.because("no"), Progress.NONE, Cancellation.never());
    }
}
