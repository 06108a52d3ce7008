package io.plimsoll.app.screen.quality;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class QualityViewTest extends FxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theRulesAreDrawnInBothThemes(Theme theme) {
        assertThat(Screenshots.colours(Screenshots.take("quality", theme, 1244, 830,
                () -> new QualityView(context(SampleWorkspace.shared(), Tasks.atOnce()))))).isGreaterThan(100);
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            Parent root = fx(() -> new QualityView(context(empty, Tasks.atOnce())));
            Stage stage = show(root, 1000, 760);
            try {
                await("what to do", () -> root.lookupAll(".pl-empty-title").stream()
                        .anyMatch(node -> node instanceof Labeled title
                                && title.getText().equals("No FOCUS file is loaded")));
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void aRuleIsFoundAndItsOriginOpens() {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> new QualityView(context(SampleWorkspace.shared(), tasks)));
        Stage stage = show(root, 1000, 900);
        try {
            await("the rules are listed", () -> root.lookup("#quality-rules") instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            await("the worst is chosen", () -> root.lookup("#quality-rule-id") instanceof Labeled id
                    && !id.getText().isEmpty());
            fx(() -> ((TextField) root.lookup("#quality-search")).setText("SkuMeter-C-005"));
            await("the one that was asked for is chosen", () -> root.lookup("#quality-rule-id") instanceof Labeled id
                    && id.getText().equals("SkuMeter-C-005-C"));
            await("its rows stand there", () -> root.lookup("#quality-samples") instanceof TableView<?> rows
                    && rows.getItems().size() == 5);
            fx(() -> ((Button) root.lookup("#quality-origin")).fire());
            await("where it comes from", () -> javafx.stage.Window.getWindows().stream()
                    .anyMatch(window -> window != stage && window.getScene().lookup("#provenance") != null));
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }
}
