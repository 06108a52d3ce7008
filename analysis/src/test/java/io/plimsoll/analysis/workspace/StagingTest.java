package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        }
        assertThat(steps).containsExactly("Writing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheChildPutsIntoItsTemporaryFolderGoesWithTheJob() {
        Path kept;
        try (StagedJob done = staging().run("test", job("write"), Progress.NONE, Cancellation.never())) {
            kept = Path.of(done.result().get("temporary").asString());
            assertThat(kept).as("it has a place of its own").startsWith(done.folder()).exists();
        }
        assertThat(kept).doesNotExist();
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
                default -> write(output, progress);
            }
            return JsonMapper.shared().createObjectNode().put("rows", 3).put("temporary", temporary().toString());
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

        private static Path temporary() {
            try {
                return Files.createTempFile("library", ".so");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void hang(Path output, Progress progress) {
            write(output, progress);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
