package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.repository.Clones;

import static org.assertj.core.api.Assertions.assertThat;

class ProposeCommandTest {
    @TempDir
    Path folder;

    @Test
    void theTextTellsOfStaleCommentsAndOfWhomABaseReaches() {
        Path workspace = folder.resolve("workspace");
        Path clone = Clones.build(folder.resolve("clone"), Map.of("base/kustomization.yaml", "resources: [web.yaml]\n",
                "base/web.yaml", "kind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 4 # four for the sale\n",
                "a/kustomization.yaml", "resources: [../base]\n", "b/kustomization.yaml", "resources: [../base]\n"));
        try (Workbench workbench = Workbench.openOrCreate(workspace)) {
            workbench.repository().add(clone);
            workbench.changes().add(List.of(new Intent("base/web.yaml", 0, "spec.replicas", "4", "3", "web")));
        }
        CommandLineRun run = CommandLineRun.of("propose", "--workspace", workspace);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("-  replicas: 4 # four for the sale", "may be stale: ",
                "base, changes 2: a, b");
    }
}
