package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StagingTest {
    @TempDir
    Path folder;

    private Staging staging() {
        return new Staging(folder, WorkspaceOptions.of(Child.class.getName()));
    }

    private static JsonNode job(String what) {
        return JsonMapper.shared().createObjectNode().put("what", what);
    }

    @Test
    void childWritesIntoTheJobsFolderAndReports() {
        List<String> steps = new ArrayList<>();
        try (StagedJob done = staging().run("test", job("write"), (step, share) -> steps.add(step),
                Cancellation.never())) {
            assertThat(done.result().get("rows").asInt()).isEqualTo(3);
            assertThat(done.folder().resolve("rows.txt")).hasContent("3 rows");
            assertThat(Path.of(done.result().get("temporary").asString())).exists().startsWith(done.folder());
        }
        assertThat(steps).containsExactly("Writing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void childsFailureArrivesWithCodeAndRemedyAndLeavesNothing() {
        assertThatThrownBy(() -> staging().run("test", job("fail"), Progress.NONE, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("FILE_EMPTY");
                    assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
                    assertThat(failure.remedy()).isEqualTo("Give another file.");
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void childThatDiesIsReportedWithItsLastWords() {
        assertThatThrownBy(() -> staging().run("test", job("die"), Progress.NONE, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("STAGING_DIED");
                    assertThat(failure.message()).contains("77").contains("last words");
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void cancelKillsTheChild() {
        Cancellation cancellation = new Cancellation();
        Progress cancelAtFirstStep = (step, share) -> cancellation.request();
        assertThatThrownBy(() -> staging().run("test", job("hang"), cancelAtFirstStep, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCancelledChildIsGoneBeforeItsFolderIs() {
        Cancellation cancellation = new Cancellation();
        AtomicLong child = new AtomicLong();
        Progress cancelAtFirstStep = (step, share) -> {
            child.set(Long.parseLong(step));
            cancellation.request();
        };
        assertThatThrownBy(() -> staging().run("test", job("flood"), cancelAtFirstStep, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(ProcessHandle.of(child.get()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /// The child process of these tests.
    static final class Child {
        public static void main(String[] args) throws IOException {
            System.exit(new StagingChild(List.of(new TestStager()), System.out).serve(System.in));
        }
    }

    private static final class TestStager implements Stager {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public JsonNode stage(JsonNode job, Path output, StagingLimits limits, Progress progress,
                Cancellation cancellation) {
            switch (job.get("what").asString()) {
                case "fail" -> throw StepFailure.badInput("FILE_EMPTY", "The file is empty.", "Give another file.");
                case "die" -> {
                    System.err.println("last words");
                    Runtime.getRuntime().halt(77);
                }
                case "hang" -> hang(output, progress);
                case "flood" -> flood(output, progress);
                default -> write(output, progress);
            }
            return JsonMapper.shared().createObjectNode().put("rows", 3).put("temporary", temporaryFile());
        }

        private static String temporaryFile() {
            try {
                return Files.createTempFile("library", ".so").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(Path output, Progress progress) {
            System.out.println("a stray line of a library");
            progress.update("Writing", 0.5);
            try {
                Files.writeString(output.resolve("rows.txt"), "3 rows");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Writes files as fast as it can.
        private static void flood(Path output, Progress progress) {
            for (int i = 0; i < 1_000_000; i++) {
                try {
                    Files.createFile(output.resolve("file-" + i));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (i == 100) {
                    progress.update(Long.toString(ProcessHandle.current().pid()), 0);
                }
            }
        }

        private static void hang(Path output, Progress progress) {
            write(output, progress);
            try {
                Thread.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
