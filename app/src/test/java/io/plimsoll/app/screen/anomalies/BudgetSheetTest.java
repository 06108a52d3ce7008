package io.plimsoll.app.screen.anomalies;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.SignalWorkspace;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetSheetTest extends FxTest {
    @TempDir
    static Path folder;

    private static Workbench workbench;

    private final StackPane above = new StackPane();
    private Tasks tasks;
    private Stage stage;
    private AnomaliesModel model;

    @BeforeAll
    static void make() {
        workbench = SignalWorkspace.make(folder);
    }

    @AfterAll
    static void closeAll() {
        workbench.close();
    }

    @BeforeEach
    void open() {
        tasks = fx(Tasks::forWindow);
        ScreenContext context = fx(() -> new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), new Above()));
        model = fx(() -> new AnomaliesModel(context));
        stage = show(above, 700, 400);
        fx(() -> BudgetSheet.open(context, model));
        await("the sheet is there", () -> above.lookup("#anomalies-budget-number") != null);
    }

    @AfterEach
    void close() {
        fx(stage::close);
        fx(tasks::close);
        workbench.anomalies().feedback().budget(null);
    }

    @Test
    void anyNumberCanBeWrittenIsReplayedAndKept() {
        TextField field = node("number");
        fx(() -> field.setText("4"));
        assertThat(fx(() -> ((RadioButton) node("other")).isSelected())).isTrue();
        await("it was replayed", () -> above.lookupAll(".label").stream().map(Labeled.class::cast)
                .filter(each -> each.getText().equals("too few labels")).count() == 2);
        fx(() -> ((Button) node("apply")).fire());
        await("it is kept", () -> Integer.valueOf(4).equals(model.knownProperty().get().budget()));
        assertThat(workbench.anomalies().feedback().budget()).isEqualTo(4);
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "99999999999", "2.5", "many", " "})
    void whatIsNoNumberOfAlertsIsRefusedInWordsAndCanNotBeApplied(String text) {
        TextField field = node("number");
        fx(() -> field.setText(text));
        Labeled refusal = node("refusal");
        assertThat(fx(refusal::isVisible)).isTrue();
        assertThat(fx(refusal::getText)).startsWith("Write a whole number from 1 to 1");
        assertThat(fx(() -> ((Button) node("apply")).isDisabled())).isTrue();
        fx(() -> field.setText(" " + AlertSetting.MOST));
        assertThat(fx(refusal::isVisible)).isFalse();
        assertThat(fx(() -> ((Button) node("apply")).isDisabled())).isFalse();
        fx(() -> ((Button) node("cancel")).fire());
        assertThat(workbench.anomalies().feedback().budget()).isNull();
    }

    @Test
    void theKeyboardBeginsAtTheSettingInForce() {
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isInstanceOfSatisfying(RadioButton.class,
                each -> assertThat(each.getText()).isEqualTo("all"));
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String name) {
        return (T) above.lookup("#anomalies-budget-" + name);
    }

    private final class Above implements ScreenContext.Frame {
        @Override
        public void show(String screenId) {
        }

        @Override
        public void notice(String text, Command... actions) {
        }

        @Override
        public void showAbove(Region panel) {
            above.getChildren().setAll(panel);
        }

        @Override
        public void closeAbove() {
            above.getChildren().clear();
        }

        @Override
        public void remember(SplitPane pane) {
        }
    }
}
