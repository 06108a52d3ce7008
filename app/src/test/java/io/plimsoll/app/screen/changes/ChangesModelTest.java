package io.plimsoll.app.screen.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.DeskBase;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.NotPossible;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.change.SizePart;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.DiffLine;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesModelTest {
    private static final String JOB = "multimodal-feature-extraction";

    @TempDir
    Path folder;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Committed> made = new ArrayList<>();
    private Workbench workbench;
    private ChangesModel model;

    @BeforeEach
    void build() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        SampleClone.add(workbench, folder.resolve("clone"));
        ScreenContext context = SampleWorkspace.context(workbench);
        context.tasks().onFailure(failures::add);
        model = new ChangesModel(context);
    }

    @AfterEach
    void close() {
        workbench.close();
        assertThat(failures).isEmpty();
    }

    private ChangesState state() {
        return model.stateProperty().get();
    }

    private void proposeJob() {
        SampleClone.propose(workbench, JOB, 2, 8, 3);
        model.refresh(JOB);
    }

    @Test
    void withoutACloneThereIsNothingToChange() {
        try (Workbench bare = Workbench.openOrCreate(folder.resolve("bare"))) {
            ChangesModel empty = new ChangesModel(SampleWorkspace.context(bare));
            empty.refresh();
            assertThat(empty.stateProperty().get().hasClone()).isFalse();
            assertThat(empty.loadedProperty().get()).isTrue();
        }
    }

    @Test
    void aFileHasARowWithItsEditsAndADiffWithMarkedWords() {
        proposeJob();
        SampleClone.propose(workbench, "kafka-connect", 0.8, 4, 2);
        model.refresh(JOB);
        assertThat(state().rows()).extracting(FileRow::title).containsExactly(JOB, "kafka-connect");
        assertThat(model.selectedProperty().get()).isEqualTo(state().rows().getFirst());
        List<DiffLine> lines = DiffLines.of(state().preview("data-pipelines/vision/application.yaml").orElseThrow());
        assertThat(lines.getFirst().newText()).isEqualTo("@@ spec.source.helm.values \u25b8 sparkJob @@");
        assertThat(lines).filteredOn(line -> line.kind() == DiffLine.Kind.CHANGED).hasSize(3).allSatisfy(line -> {
            DiffLine.Mark mark = line.oldMarks().getFirst();
            assertThat(line.oldText().substring(mark.from(), mark.to())).isIn("9", "4", "16Gi", "16");
        });
        assertThat(ChangesText.lines(state(), state().rows().getFirst(),
                state().preview("data-pipelines/vision/application.yaml").orElseThrow()).getFirst())
                .contains("SparkApplication/data-processing/" + JOB);
    }

    @Test
    void aCommitIsReadyOnlyWhenEachObjectionHasAReason() {
        proposeJob();
        assertThat(model.draft().branchProperty().get()).isEqualTo("finops/" + JOB);
        assertThat(model.draft().readyProperty().get()).isFalse();
        model.draft().override("step-cap", " the backfill is over ");
        assertThat(model.draft().readyProperty().get()).isTrue();
        assertThat(model.draft().messageProperty().get())
                .contains("FinOps-Override: step-cap reason=the backfill is over")
                .doesNotContain("Signed-off-by");
        model.draft().signOffProperty().set(true);
        assertThat(model.draft().messageProperty().get()).contains("Signed-off-by: Anna Berg <anna@example.org>");
        model.draft().wordsProperty().set("Undo the backfill");
        assertThat(model.draft().messageProperty().get()).startsWith("Undo the backfill\n");
        model.draft().branchProperty().set(" ");
        assertThat(model.draft().readyProperty().get()).isFalse();
        model.draft().override("step-cap", "");
        assertThat(model.draft().overrides()).isEmpty();
    }

    @Test
    void theMessageShownIsTheMessageCommittedAndTheCommitCanBeTakenBack() {
        proposeJob();
        model.draft().override("step-cap", "the backfill is over");
        String shown = model.draft().messageProperty().get();
        model.commit(made::add);
        assertThat(made.getFirst().message()).isEqualTo(shown);
        assertThat(state().rows()).isEmpty();
        assertThat(model.draft().overrides()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
        model.undoLast(made::add);
        assertThat(made).hasSize(2);
        assertThat(state().lastCommit()).isEmpty();
        try (GitRepository repository = workbench.repository().open()) {
            String file = "data-pipelines/vision/application.yaml";
            assertThat(repository.fileAt(made.getLast().commitId(), file)).isEqualTo(repository.fileAt("HEAD", file));
        }
    }

    @Test
    void tickingAndRemovingCanBeUndone() {
        proposeJob();
        FileRow row = state().rows().getFirst();
        model.tick(row.items().getFirst().intent(), false);
        assertThat(state().rows().getFirst().allTicked()).isFalse();
        assertThat(state().rows().getFirst().noneTicked()).isFalse();
        assertThat(model.draft().readyProperty().get()).as("the step that was too large is out").isTrue();
        model.tick(row, false);
        assertThat(state().preview()).isNull();
        assertThat(model.draft().messageProperty().get()).isEmpty();
        assertThat(model.draft().readyProperty().get()).isFalse();
        model.remove(row);
        assertThat(state().rows()).isEmpty();
        model.undo();
        assertThat(state().rows().getFirst().items()).hasSize(3);
        assertThat(model.canRedoBinding().get()).isTrue();
    }

    @Test
    void whatIsCancelledLeavesTheScreenAliveAndRight() {
        proposeJob();
        model.draft().override("step-cap", "the backfill is over");
        Deque<Runnable> waiting = new ArrayDeque<>();
        Tasks tasks = new Tasks(waiting::add, waiting::add);
        tasks.onFailure(failures::add);
        ChangesModel slow = new ChangesModel(new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE));
        Runnable finishAll = () -> {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        };
        slow.refresh();
        finishAll.run();
        FileRow row = slow.stateProperty().get().rows().getFirst();

        slow.tick(row, false);
        slow.commit(made::add);
        tasks.cancelAll();
        finishAll.run();
        assertThat(slow.busyProperty().get()).isFalse();
        assertThat(slow.stateProperty().get().rows().getFirst().allTicked()).isTrue();

        slow.tick(row, false);
        slow.tick(row, true);
        slow.tick(row, false);
        finishAll.run();
        assertThat(slow.stateProperty().get().rows().getFirst().noneTicked()).isTrue();
        assertThat(made).isEmpty();
    }

    @Test
    void aBranchOfOnesOwnStaysWhenTheSetGrows() {
        proposeJob();
        model.draft().branchProperty().set("finops/mine");
        SampleClone.propose(workbench, "kafka-connect", 0.8, 4, 2);
        model.refresh();
        assertThat(model.draft().branchProperty().get()).isEqualTo("finops/mine");
    }

    @Test
    void aRefusedPreviewIsExplainedAndAPatchIsWrittenWhole() throws IOException {
        proposeJob();
        Path patch = folder.resolve("vision.patch");
        model.files().savePatch(patch, () -> made.clear());
        assertThat(Files.readString(patch)).isEqualTo(state().preview() == null ? "" : state().preview().unified());
        ChangeSet.Item first = state().set().items().getFirst();
        workbench.changes().remove(List.of(first.intent().place()));
        workbench.changes().add(List.of(new Intent(first.intent().file(), 0,
                first.intent().path(), "7", "3", JOB)));
        model.refresh();
        assertThat(state().preview()).isNull();
        assertThat(state().problem()).isNotNull();
        assertThat(state().problem().code()).isEqualTo("STALE_OLD_VALUE");
    }

    @Test
    void theNoticeSaysWhatCouldNotBeWritten() {
        assertThat(AddToChanges.notice(new Proposal("web", List.of(),
                List.of(new NotPossible(SizePart.CPU_LIMIT, "NO_KNOB", "No manifest sets the CPU limit of web.")),
                List.of())))
                .isEqualTo("Nothing to change for web. No manifest sets the CPU limit of web.");
    }

    @Test
    void theBaseIsShownWithItsAge() {
        DeskBase base = new DeskBase("0123456789".repeat(4), Instant.parse("2026-10-20T09:14:00Z"), "main", true);
        assertThat(FilesCard.against(base, Instant.parse("2026-11-14T10:00:00Z")))
                .isEqualTo("Against main at 0123456, 20 Oct 09:14 UTC, 25 days old. main has moved since.");
    }
}
