package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.GuardsFile;
import io.plimsoll.analysis.repository.Clones;

import static org.assertj.core.api.Assertions.assertThat;

class GuardsCommandTest {
    @TempDir
    Path folder;

    private static JsonNode rule(CommandLineRun run, String id) {
        return run.json().valueStream().filter(row -> row.get("rule").asString().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void listsTheRulesAsTheClonesHeadSetsThem() {
        String clone = Clones.build(folder.resolve("clone"), Map.of("a.yaml", "a: 1"), Map.of(GuardsFile.PATH,
                "version: 1\ncaps: {memoryDownPercent: 30}\nrules: {qos-class: off}\noverrides:\n"
                        + "  - {paths: ['prod/**'], caps: {downPercent: 10}}\n"))
                .toString();
        String workspace = folder.resolve("workspace").toString();
        assertThat(CommandLineRun.of("--workspace", workspace, "repo", "add", clone).exitCode()).isZero();
        CommandLineRun run = CommandLineRun.of("--workspace", workspace, "guards", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode cap = rule(run, "step-cap");
        assertThat(cap.get("state").asString()).isEqualTo("preset");
        assertThat(cap.get("settings").asString()).contains("caps.memoryDownPercent=30", "caps.cpuDownPercent=50");
        assertThat(cap.get("overrides").asString()).isEqualTo("prod/**: caps.downPercent=10");
        assertThat(cap.get("overridable").asBoolean()).isTrue();
        assertThat(rule(run, "qos-class").get("state").asString()).isEqualTo("off");
    }

    @Test
    void checksAFileWithoutAnyWorkspace() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "version: 1\nrules: {quorum: block}\n");
        CommandLineRun run = CommandLineRun.of("guards", "--check", good, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(rule(run, "quorum").get("state").asString()).isEqualTo("block");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "version: 1\ncaps:\n  downpercent: 5\n");
        CommandLineRun refused = CommandLineRun.of("guards", "--check", bad, "--json");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.error().get("code").asString()).isEqualTo("GUARDS_FILE");
        assertThat(refused.error().get("message").asString()).contains("bad.yaml, line 3: unknown key downpercent");
        assertThat(CommandLineRun.of("guards", "--check", folder.resolve("none.yaml"), "--json").error().get("code")
                .asString()).isEqualTo("FILE_MISSING");
        assertThat(CommandLineRun.of("guards", "--schema").json())
                .isEqualTo(JsonMapper.shared().readTree(GuardsFile.schema()));
    }
}
