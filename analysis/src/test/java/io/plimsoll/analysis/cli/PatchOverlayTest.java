package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.repository.Clones;

import static org.assertj.core.api.Assertions.assertThat;

/// `propose` on a value that two overlays share.
class PatchOverlayTest {
    @TempDir
    Path folder;

    private CommandLineRun run(String... command) {
        return CommandLineRun.on(folder.resolve("case"), (Object[]) command);
    }

    private void build() {
        Path clone = Clones.build(folder.resolve("clone"), Map.of("base/web.yaml", """
                                                                                   apiVersion: apps/v1
                                                                                   kind: Deployment
                                                                                   metadata: {name: web}
                                                                                   spec: {replicas: 4}
                                                                                   """, "base/kustomization.yaml",
                "resources: [web.yaml]\n", "dev/kustomization.yaml", "resources: [../base]\nnamespace: dev\n",
                "prod/kustomization.yaml", "resources: [../base]\nnamespace: prod\n"));
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("case"))) {
            workbench.repository().add(clone);
            workbench.changes().add(List.of(new Intent("base/web.yaml", 0, "spec.replicas", "4", "3", "prod/web")));
        }
    }

    @Test
    void theBaseSaysWhoIsAffectedAndOneOverlayIsPatchedInstead() {
        build();
        JsonNode base = run("--json", "propose").json().get("files").get(0).get("edits").get(0).get("owner");
        assertThat(base.get("base").asBoolean()).isTrue();
        assertThat(base.get("affected").asInt()).isEqualTo(2);
        assertThat(base.get("monthlyCost").isEmpty()).as("no bill").isTrue();
        assertThat(run("propose").out()).contains("base, changes 2: dev, prod");

        JsonNode file = run("--json", "propose", "--patch-overlay", "prod").json().get("files").get(0);
        assertThat(file.get("file").asString()).isEqualTo("prod/kustomization.yaml");
        JsonNode edit = file.get("edits").get(0);
        assertThat(edit.get("path").asString()).isEqualTo("replicas[0].count");
        assertThat(edit.get("owner").get("patches").asString()).isEqualTo("prod");
        assertThat(edit.get("owner").get("changes").get(0).asString()).isEqualTo("prod");
        assertThat(run("propose").out()).contains("replicas 4 → 3").contains("overlay, changes prod");
    }

    @Test
    void aRootThatDoesNotTakeTheValueIsNamed() {
        build();
        CommandLineRun wrong = run("--json", "propose", "--patch-overlay", "nowhere");
        assertThat(wrong.exitCode()).isEqualTo(4);
        assertThat(wrong.error().get("code").asString()).isEqualTo("OTHER_ROOT");
    }

    @Test
    void theOwnerOfAFieldComesWithTheFilesOfBothChoices() {
        build();
        JsonNode owner = run("--json", "repo", "owner", "prod/web", "replicas").json().get(0);
        assertThat(owner.get("patches").valueStream().map(each -> each.get("root").asString() + " "
                + each.get("edits").get(0).get("file").asString() + " "
                + each.get("edits").get(0).get("path").asString()))
                .containsExactly("dev dev/kustomization.yaml replicas[name=web].count",
                        "prod prod/kustomization.yaml replicas[name=web].count");
        assertThat(run("repo", "owner", "prod/web", "replicas").out())
                .contains("prod: prod/kustomization.yaml replicas[name=web].count");
    }
}
