package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.repository.Clones;

import static org.assertj.core.api.Assertions.assertThat;

class RepoFindingsTest {
    private static final String SECRET = "q8Zr2LxT0v" + "Nw4kd";

    @TempDir
    Path folder;
    private Path workspace;

    @BeforeEach
    void addAClone() {
        workspace = folder.resolve("workspace");
        Clones.build(folder.resolve("clone"), Map.of("app/settings.env", "db_password=" + SECRET + "\n", "app/pod.yaml",
                "kind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: web}]}}}\n"));
        CommandLineRun.of("repo", "add", folder.resolve("clone"), "--workspace", workspace);
    }

    @Test
    void findingsAreRowsWithPlaceEvidenceAndRemedy() {
        CommandLineRun run = CommandLineRun.of("repo", "findings", "--workspace", workspace);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList()).first().isEqualTo("kind,severity,file,line,subject,evidence,remedy");
        assertThat(run.out()).contains("secret,high,app/settings.env,1,")
                .contains("no-requests,medium,app/pod.yaml,3,web,")
                .contains("no-scrape,medium").contains("unsigned-commit,low").doesNotContain("no-telemetry")
                .doesNotContain(SECRET);
    }

    @Test
    void theOwnerOfAValueThatSeveralRootsTakeIsToldForEach() {
        String pods = "kind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 2\n";
        Path clone = Clones.build(folder.resolve("roots"), Map.of("base/kustomization.yaml", "resources: [web.yaml]\n",
                "base/web.yaml", pods, "a/kustomization.yaml", "resources: [../base]\n", "b/kustomization.yaml",
                "resources: [../base]\n"));
        CommandLineRun.of("repo", "add", clone, "--workspace", workspace);
        CommandLineRun run = CommandLineRun.of("repo", "owner", "web", "replicas", "--json", "--workspace", workspace);
        assertThat(run.exitCode()).isZero();
        assertThat(run.json()).extracting(each -> each.path("root").asString()).containsExactly("a", "b");
        assertThat(CommandLineRun.of("repo", "owner", "nobody", "replicas", "--workspace", workspace).err())
                .contains("WORKLOAD_UNKNOWN: There is no workload nobody.");
    }

    @Test
    void oneKindCanBeAskedForAsJson() {
        JsonNode list = CommandLineRun.of("repo", "findings", "--kind", "secret", "--json", "--workspace", workspace)
                .json();
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).get("line").asInt()).isEqualTo(1);
        assertThat(list.get(0).get("remedy").asString()).endsWith(".");
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        CommandLineRun run = CommandLineRun.of("repo", "findings", "--kind", "typo", "--json", "--workspace",
                workspace);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("remedy").asString()).contains("no-scrape");
    }
}
