package io.plimsoll.analysis.workspace;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// Runs one staging job at a time in one child process each.
///
/// The job goes to the child's standard input as one line of JSON; lines of JSON come back: `progress`, then `result` or
/// `failure`. The child ends when its standard input closes, so it never outlives this process.
public final class Staging {
    private final Path folder;
    private final WorkspaceOptions options;

    Staging(Path folder, WorkspaceOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /// A table that ships with the program, as a file that the locked-down database may read. It is written when it is first asked for
    /// and stays until the workspace is opened again.
    ///
    /// @param owner a class beside which the resource lies
    /// @param name  of the resource, and of the file; no two owners may have the same
    /// @throws StepFailure STAGING_WRITE
    public synchronized Path shipped(Class<?> owner, String name) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        Path partial = folder.resolve(name + ".partial");
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StepFailure.machine("STAGING_WRITE", "Can't write " + file + ".",
                    "Check that the folder may be written and the disk is not full.", e);
        }
    }

    /// Blocks until the child is done. On any failure, and when cancelled, the job's folder is removed.
    ///
    /// @throws StepFailure what the child reported, or STAGING_DIED if it ended without a word; DISK_FULL
    public StagedJob run(String stager, JsonNode job, Progress progress, Cancellation cancellation) {
        Path output = folder.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(output);
            Room.check(folder, Room.KEPT_FREE);
            return new StagedJob(output, talk(stager, job, output, progress, cancellation));
        } catch (IOException e) {
            discard(output, e);
            throw StepFailure.machine("STAGING_START", "The import's helper process could not be started.",
                    "Check that the disk is not full and that processes may be started.", e);
        } catch (RuntimeException e) {
            discard(output, e);
            throw e;
        }
    }

    /// What went wrong first is what the user hears; a folder that stays is emptied when the workspace is opened next.
    private static void discard(Path output, Exception cause) {
        try {
            Folders.delete(output);
        } catch (StepFailure e) {
            cause.addSuppressed(e);
        }
    }

    private JsonNode talk(String stager, JsonNode job, Path output, Progress progress, Cancellation cancellation)
            throws IOException {
        Path temporary = Files.createDirectories(output.resolve("temporary"));
        ProcessBuilder builder = new ProcessBuilder(
                ChildCommand.withTemporaryFiles(options.childCommand(), temporary))
                .redirectError(ProcessBuilder.Redirect.PIPE);
        ChildCommand.clean(builder.environment());
        Process child = builder.start();
        Deque<String> lastWords = new ArrayDeque<>();
        Thread listener = Thread.ofVirtual().start(() -> keepLastWords(child, lastWords));
        try (Cancellation.Registration registration = cancellation.onRequest(child::destroyForcibly);
                BufferedWriter input = child.outputWriter(StandardCharsets.UTF_8);
                BufferedReader answers = child.inputReader(StandardCharsets.UTF_8)) {
            ObjectNode request = JsonMapper.shared().createObjectNode();
            request.put("stager", stager);
            request.put("output", output.toString());
            request.put("memoryBytes", options.memoryBytes() * 2 / 5);
            request.set("job", job);
            input.write(JsonMapper.shared().writeValueAsString(request));
            input.newLine();
            input.flush();
            JsonNode result = listen(answers, progress);
            if (result != null) {
                return result;
            }
            cancellation.check();
            listener.join();
            throw died(child.waitFor(), lastWords, null);
        } catch (IOException e) {
            cancellation.check();
            throw died(-1, lastWords, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            end(child);
        }
    }

    /// Until it is gone a child may still write into the folder that is about to be removed.
    private static void end(Process child) {
        child.destroyForcibly();
        try {
            child.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable JsonNode listen(BufferedReader answers, Progress progress) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            JsonNode answer;
            try {
                answer = JsonMapper.shared().readTree(line);
            } catch (JacksonException e) {
                continue; // A library's stray print is not an answer.
            }
            if (answer.has("result")) {
                return answer.get("result");
            }
            if (answer.has("failure")) {
                JsonNode failure = answer.get("failure");
                throw StepFailure.of(StepFailure.Kind.valueOf(failure.get("kind").asString()),
                        failure.get("code").asString(), failure.get("message").asString(),
                        failure.get("remedy").asString());
            }
            if (answer.has("progress")) {
                progress.update(answer.get("progress").asString(), answer.path("done").asDouble(-1));
            }
        }
        return null;
    }

    private static void keepLastWords(Process child, Deque<String> lastWords) {
        try {
            child.errorReader(StandardCharsets.UTF_8).lines().forEach(line -> {
                synchronized (lastWords) {
                    lastWords.addLast(line);
                    if (lastWords.size() > 20) {
                        lastWords.removeFirst();
                    }
                }
            });
        } catch (UncheckedIOException e) {
            // Its end closes the stream, also in the middle of a line.
        }
    }

    private static StepFailure died(int exit, Deque<String> lastWords, @Nullable Throwable cause) {
        String words;
        synchronized (lastWords) {
            words = String.join(" | ", lastWords);
        }
        return StepFailure.machine("STAGING_DIED",
                "The import's helper process ended early (exit code " + exit + "). " + words,
                "Nothing was loaded. Try one file at a time to see which one does it, or raise the memory limit.",
                cause);
    }
}
