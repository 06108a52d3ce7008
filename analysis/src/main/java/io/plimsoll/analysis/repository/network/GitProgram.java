package io.plimsoll.analysis.repository.network;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.StepFailure;

/// The user's own `git`, run for this one command. It asks nothing on a terminal: passwords come from the user's credential helper or
/// ssh-agent.
final class GitProgram {
    private static final Set<String> KEPT = Set.of("GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_ASKPASS",
            "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH",
            "GIT_SSL_NO_VERIFY", "GIT_HTTP_USER_AGENT", "GIT_EXEC_PATH");

    private GitProgram() {
    }

    /// The first one on the PATH, as an absolute path. What lies in the clone or in a relative folder is not the user's.
    ///
    /// @throws StepFailure NO_GIT
    static Path find(Path clone) {
        for (Path folder : path(clone)) {
            Path program = folder.resolve(File.separatorChar == '\\' ? "git.exe" : "git");
            if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                return program;
            }
        }
        throw StepFailure.machine("NO_GIT", "There is no git on the PATH.",
                "Install Git, or hand the commits over in a file: plimsoll bundle FILE", null);
    }

    /// The folders of the PATH that don't depend on where one stands. Git changes into the clone and looks there for its helpers.
    private static List<Path> path(Path clone) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> folder.replace("\"", "").strip())
                .filter(folder -> !folder.isEmpty()).map(Path::of).filter(Path::isAbsolute).map(Path::normalize)
                .filter(folder -> !folder.startsWith(clone)).toList();
    }

    /// What a finished run said.
    ///
    /// @param out   standard output
    /// @param error standard error, its progress lines left out
    record Answer(int exitCode, String out, String error) {}

    /// @param progress hears each line of standard error, its progress lines included
    /// @throws CancelledException if a stop was asked for; the program is then ended
    static Answer run(List<String> words, Path clone, Consumer<String> progress, Cancellation cancellation)
            throws IOException {
        cancellation.check();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File(System.getProperty("java.io.tmpdir")));
        clean(builder.environment(), clone);
        Process process = builder.start();
        try (Cancellation.Registration stop = cancellation.onRequest(() -> end(process))) {
            process.getOutputStream().close();
            StringBuilder out = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> read(process, out));
            List<String> errors = new ArrayList<>();
            try (var error = process.errorReader(StandardCharsets.UTF_8)) {
                // A reader of lines ends one at each carriage return too, by which Git overwrites its progress.
                for (String line; (line = error.readLine()) != null;) {
                    if (!line.isBlank()) {
                        progress.accept(line.strip());
                        if (!line.matches(".*\\d+% \\(\\d+/\\d+\\).*")) {
                            errors.add(line.strip());
                        }
                    }
                }
            }
            int exitCode = process.waitFor();
            reader.join();
            cancellation.check();
            return new Answer(exitCode, out.toString(), String.join("\n", errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (IOException e) {
            cancellation.check();
            throw e;
        } finally {
            end(process);
        }
    }

    private static void read(Process process, StringBuilder out) {
        try (var in = process.inputReader(StandardCharsets.UTF_8)) {
            for (int c; (c = in.read()) >= 0;) {
                out.append((char) c);
            }
        } catch (IOException ended) {
            // the program was stopped
        }
    }

    /// Git's own children, such as ssh, go with it.
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void clean(Map<String, String> environment, Path clone) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_") && !KEPT.contains(name));
        environment.put("PATH",
                path(clone).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
    }
}
