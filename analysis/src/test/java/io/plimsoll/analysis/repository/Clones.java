package io.plimsoll.analysis.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/// Clones for tests, and real Git to check them with where it is installed.
public final class Clones {
    public static final Person ANNA = new Person("Anna Berg", "anna@example.org");
    public static final Instant START = Instant.parse("2025-03-01T08:00:00Z");

    private Clones() {
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// One commit a map of files, a day apart.
    @SafeVarargs
    public static List<DatedCommit> script(Map<String, String>... commits) {
        List<DatedCommit> script = new ArrayList<>();
        for (Map<String, String> files : commits) {
            Map<String, Optional<byte[]>> content = new LinkedHashMap<>();
            files.forEach(
                    (path, text) -> content.put(path, text.isEmpty() ? Optional.empty() : Optional.of(bytes(text))));
            script.add(new DatedCommit(START.plusSeconds(86_400L * script.size()), ANNA,
                    "Commit " + (script.size() + 1), content));
        }
        return script;
    }

    @SafeVarargs
    public static Path build(Path folder, Map<String, String>... commits) {
        try (GitRepository repository = GitRepository.create(folder, "main")) {
            repository.commitAll(script(commits));
        }
        return folder;
    }

    /// Runs the real Git; the test is skipped where there is none.
    public static String git(Path folder, String... arguments) throws Exception {
        Assumptions.assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "git"))), "git is not installed");
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_AUTHOR_DATE", "2025-03-09T10:00:00Z");
        builder.environment().put("GIT_COMMITTER_DATE", "2025-03-09T10:00:00Z");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("git %s: %s", String.join(" ", arguments), output).isZero();
        return output;
    }

    /// Every file below a folder with its bytes, but for the object store, refs and reflogs.
    public static Map<String, String> untouchable(Path clone) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(clone)) {
            for (Path file : files.sorted().toList()) {
                String name = clone.relativize(file).toString().replace('\\', '/');
                if (Files.isSymbolicLink(file)) {
                    found.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file) && !name.matches("\\.git/(objects|refs|logs)/.*")) {
                    found.put(name, Files.getLastModifiedTime(file) + " "
                            + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return found;
    }
}
