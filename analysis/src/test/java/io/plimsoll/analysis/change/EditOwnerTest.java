package io.plimsoll.analysis.change;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.CloneText;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose value an edit changes.
class EditOwnerTest {
    private static final String PATH = "spec.replicas";
    private final CloneText clone = new CloneText().file("base/kustomization.yaml", "resources: [web.yaml]\n")
            .file("base/web.yaml",
                    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n")
            .file("dev/kustomization.yaml", "resources: [../base]\n")
            .file("prod/kustomization.yaml", "resources: [../base]\n");

    private EditOwner owner(String file, String path) {
        return EditOwner.of(clone.trace(), new Intent(file, 0, path, "2", "1", "web"));
    }

    @Test
    void aBaseChangesAllThatBuildUponIt() {
        EditOwner owner = owner("base/web.yaml", PATH);
        assertThat(owner.isBase()).isTrue();
        assertThat(owner.text()).isEqualTo("base, changes 2: dev, prod");
    }

    @Test
    void anOverlayChangesItself() {
        clone.file("prod/kustomization.yaml", "resources: [../base]\nreplicas: [{name: web, count: 5}]\n");
        assertThat(owner("prod/kustomization.yaml", "replicas[name=web].count").text())
                .isEqualTo("overlay, changes prod");
        assertThat(owner("base/web.yaml", PATH)).isEqualTo(
                new EditOwner(List.of("dev"), List.of("prod")));
    }

    @Test
    void aPlaceThatEverybodyOverridesHasNoEffect() {
        for (String overlay : new String[]{"dev", "prod"}) {
            clone.file(overlay + "/kustomization.yaml",
                    "resources: [../base]\nreplicas: [{name: web, count: 5}]\n");
        }
        assertThat(owner("base/web.yaml", PATH).text()).isEqualTo("no effect: something else wins in dev, prod");
    }

    @Test
    void nothingIsSaidOfAPlaceThatNobodyReads() {
        assertThat(owner("base/web.yaml", "spec.paused").text()).isEmpty();
    }
}
