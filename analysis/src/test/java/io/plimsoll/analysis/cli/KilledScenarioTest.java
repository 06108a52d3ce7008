package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

/// The program is killed while it writes a scenario or a rule, at moments spread over its run: the workspace opens, its ledger holds, and
/// each change counts wholly or not at all.
@Tag("slow")
class KilledScenarioTest {
    @TempDir
    static Path folder;

    @Test
    void aKilledChangeCountsWhollyOrNotAtAll() throws Exception {
        Path workspace = folder.resolve("ws.plimsoll");
        try (Workbench open = Workbench.openOrCreate(workspace)) {
            open.scenarios().create("mine");
            CommandLineRun second = second(workspace);
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.error().get("code").asString()).isEqualTo("WORKSPACE_LOCKED");
        }
        long whole = duration(workspace);
        int killed = 0;
        for (int i = 0; i < 6; i++) {
            boolean scenario = i % 2 == 0;
            Process program = start(workspace, scenario
                    ? List.of("scenario", "new", "s" + i)
                    : List.of("workloads", "rule", "add", "bill", "ResourceName", "node-" + i, "--name", "api"));
            boolean ended = program.waitFor(whole * (2 * i + 1) / 10, TimeUnit.MILLISECONDS);
            killed += ended ? 0 : 1;
            program.destroyForcibly();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            int scenarios = run(workspace, "scenario", "list").json().size();
            int rules = run(workspace, "workloads", "rules").json().get("own").size();
            CommandLineRun ledger = run(workspace, "ledger");
            assertThat(ledger.exitCode()).as(ledger.out()).isZero();
            assertThat(ledger.json().get("entries").asInt()).isEqualTo(scenarios + rules);
        }
        assertThat(killed).isPositive();
    }

    /// Milliseconds of a change that nobody kills.
    private static long duration(Path workspace) throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(start(workspace, List.of("scenario", "new", "undisturbed")).waitFor()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// From another process while this one has the workspace open.
    private static CommandLineRun second(Path workspace) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process program = command(workspace, List.of("--json", "scenario", "new", "theirs"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err.toFile()).start();
        int code = program.waitFor();
        return new CommandLineRun(code, "", Files.readString(err));
    }

    private static CommandLineRun run(Path workspace, Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    private static Process start(Path workspace, List<String> words) throws IOException {
        return command(workspace, words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder command(Path workspace, List<String> command) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-Djava.io.tmpdir=" + folder, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "--workspace", workspace.toString()));
        words.addAll(command);
        return new ProcessBuilder(words);
    }
}
