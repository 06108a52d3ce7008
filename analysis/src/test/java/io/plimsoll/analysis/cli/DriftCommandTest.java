package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

class DriftCommandTest {
    private static final Path DUMP = SampleCase.folder().resolve("cluster/dump.yaml");

    @TempDir
    Path folder;
    private Path workspace;

    @BeforeEach
    void aWorkspaceWithTheClone() {
        workspace = folder.resolve("workspace");
        Path clone = SampleCase.clone(folder.resolve("clone"));
        try (Workbench workbench = Workbench.openOrCreate(workspace)) {
            workbench.repository().add(clone);
        }
    }

    @Test
    void jsonNamesFieldOwnerAndState() {
        CommandLineRun run = run("--json");
        assertThat(run.exitCode()).isZero();
        JsonNode first = run.json().get(0);
        assertThat(first.path("workload").asString()).isEqualTo("redaction-proxy");
        assertThat(first.path("field").asString()).isEqualTo("resources.limits.memory");
        assertThat(first.path("git").asString()).isEqualTo("2Gi");
        assertThat(first.path("cluster").asString()).isEqualTo("3Gi");
        assertThat(first.path("owner").asString()).isEqualTo("kubectl-edit");
        assertThat(first.path("state").asString()).isEqualTo("differs");
        assertThat(first.path("cause").asString()).isEqualTo("changed in the cluster");
        assertThat(first.path("line").asInt()).isPositive();
        assertThat(run.json()).noneMatch(row -> row.path("state").asString().equals("equal"));
        assertThat(run("--json", "--all").json()).anyMatch(row -> row.path("state").asString().equals("equal"));
    }

    @Test
    void theTableEndsWithTheCount() {
        CommandLineRun run = run();
        assertThat(run.out()).contains("platform/kafka-connect", "kubectl-edit 2026-10-31T22:40:00Z",
                "platform/kafka-connect.yaml:").contains("4 of ");
    }

    @Test
    void driftFailsOnlyWhenItIsAskedTo() {
        assertThat(run("--fail-on-drift").exitCode()).isEqualTo(1);
        assertThat(run("--fail-on-drift", "--root", "spark").exitCode()).isZero();
    }

    @Test
    void aTableOfKubectlIsBadInputWithARemedy() throws IOException {
        Path table = Files.writeString(folder.resolve("pods.txt"), "NAME   READY   STATUS\nweb    1/1     Running\n");
        CommandLineRun run = CommandLineRun.of("drift", "--json", "--workspace", workspace, "--cluster", table);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.error().path("code").asString()).isEqualTo("DUMP_IS_A_TABLE");
        assertThat(run.error().path("remedy").asString()).contains("-o yaml");
    }

    private CommandLineRun run(String... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[]{"drift", "--workspace", workspace, "--cluster", DUMP}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return CommandLineRun.of(words);
    }
}
