package io.plimsoll.app.screen.anomalies;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class RevertBoxTest extends FxTest {
    @TempDir
    static Path folder;

    private static Workbench workbench;
    private static List<CommitRow> rows;

    @BeforeAll
    static void importSample() {
        workbench = SampleWorkspace.make(folder.resolve("sample.plimsoll"));
        Finding shift = workbench.anomalies().findings(Progress.NONE, Cancellation.never()).stream()
                .filter(each -> each.kind() == AnomalyKind.LEVEL_SHIFT).findFirst().orElseThrow();
        FindingDetail detail = workbench.anomalies().explain(shift.id(), Progress.NONE, Cancellation.never());
        rows = CommitRow.of(detail);
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static ScreenContext context(Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }

    @Test
    void whatUndoingTheLikeliestCommitSavesIsSaidInPlace() {
        Tasks tasks = fx(Tasks::forWindow);
        RevertModel model = fx(() -> new RevertModel(context(tasks)));
        RevertBox box = fx(() -> new RevertBox(model));
        Stage stage = show(box, 500, 200);
        try {
            fx(() -> box.of(rows.getFirst()));
            fx(() -> ((Button) box.lookup("#anomalies-revert")).fire());
            Labeled answer = (Labeled) box.lookup("#anomalies-revert-answer");
            await("the answer is there", answer::isVisible);
            assertThat(fx(answer::getText)).startsWith("Undoing it would save $").contains(" a month.");
            fx(() -> box.of(null));
            assertThat(fx(answer::isVisible)).isFalse();
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void whoStopsAskingGetsNoAnswer() {
        Tasks tasks = fx(Tasks::forWindow);
        RevertModel model = fx(() -> new RevertModel(context(tasks)));
        AtomicBoolean asked = new AtomicBoolean();
        try {
            fx(() -> {
                model.ask(rows.getFirst());
                asked.set(model.askingProperty().get());
                model.reset();
            });
            assertThat(asked).isTrue();
            await("nothing runs any more", () -> tasks.running().isEmpty());
            assertThat(fx(() -> model.answerProperty().get())).isEmpty();
            assertThat(fx(() -> model.askingProperty().get())).isFalse();
        } finally {
            fx(tasks::close);
        }
    }
}
