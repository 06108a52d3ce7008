package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.HistoryScript;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.repository.Tripwires;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose commit moved the bill is asked of a hostile clone, in a process whose PATH holds nothing but tripwires: it answers, starts no
/// program and writes nothing into the clone.
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileExplainTest {
    private static final String SUBJECT = "\u001b[2J\u202egpj.exe " + "long ".repeat(200_000);
    @TempDir
    static Path folder;
    private static Path clone;
    private static Tripwires wires;

    @BeforeAll
    static void trap() throws IOException {
        PreparedSample.BILL.at(folder.resolve("w"));
        clone = folder.resolve("clone");
        List<DatedCommit> history = new ArrayList<>(
                HistoryScript.read(SampleCase.folder().resolve("gitops/history.json")));
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        hostile().forEach((name, text) -> files.put(name, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
        int moved = 0;
        while (!history.get(moved).message().startsWith("vision: raise executors")) {
            moved++;
        }
        history.add(moved + 1, new DatedCommit(history.get(moved).time().plusSeconds(60),
                new Person("\u202eEve\u001b[31m", "eve@example.org"), SUBJECT, files));
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            repository.commitAll(history);
        }
        wires = Tripwires.in(folder.resolve("wires"));
        wires.arm(clone);
        assertThat(CommandLineRun.of("repo", "add", clone, "--workspace", folder.resolve("w")).exitCode()).isZero();
    }

    private static Map<String, String> hostile() {
        return Map.of("bomb.yaml", doubling(),
                "deep.yaml", "x: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n",
                "name.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + "n".repeat(1_000_000)
                        + "}\nspec: {replicas: 3}\n",
                "chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n",
                "chart/templates/d.yaml", "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}kind: Deployment\n"
                        + "spec: {replicas: {{ include \"a\" . }}}\n",
                "one/kustomization.yaml", "resources: [../two]\n",
                "two/kustomization.yaml", "resources: [../one]\n");
    }

    private static String doubling() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        return bomb.toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")), "-Duser.home=" + folder,
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "--workspace",
                folder.resolve("w").toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(folder.resolve("errors.txt").toFile());
        wires.arm(builder.environment());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
        return out;
    }

    private static Map<String, String> all() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(clone)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.toString(), Files.getLastModifiedTime(file) + " "
                        + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).hashCode());
            }
        }
        return found;
    }

    @Test
    void findingsAreExplainedAndNothingOfTheCloneRuns() throws IOException, InterruptedException {
        Map<String, String> before = all();
        JsonNode findings = JsonMapper.shared().readTree(run("anomalies", "--json"));
        assertThat(findings.valueStream().filter(each -> !each.get("commits").isEmpty())).as("blamed").isNotEmpty();
        JsonNode shift = findings.valueStream().filter(each -> each.get("kind").asString().equals("level_shift"))
                .findFirst().orElseThrow();
        String text = run("explain", shift.get("id").asString());
        assertThat(text).contains("To check it: ").doesNotContain("\u001b", "\u202e").hasSizeLessThan(50_000);
        assertThat(wires.note()).as("no program was started").doesNotExist();
        assertThat(all()).isEqualTo(before);
    }
}
