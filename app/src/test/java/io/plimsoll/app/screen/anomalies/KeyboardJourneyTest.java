package io.plimsoll.app.screen.anomalies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.AccessibleNames;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.SignalWorkspace;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/// The window without a mouse, and what a screen reader says of it.
class KeyboardJourneyTest extends FxTest {
    @TempDir
    Path folder;

    @Test
    void everythingOfAFindingIsReachedByTabInReadingOrderHasANameAndIsScrolledIntoView() {
        shown(SampleWorkspace.shared(), root -> {
            ListView<Verdict> list = node(root, "#anomalies-list");
            await("the findings are listed", () -> list.getItems().size() > 3);
            fx(() -> list.getItems().stream().filter(each -> each.anomaly().kind() == AnomalyKind.LEVEL_SHIFT)
                    .findFirst().ifPresent(each -> list.getSelectionModel().clearAndSelect(
                            list.getItems().indexOf(each))));
            await("the commits are ranked",
                    () -> root.lookup("#anomalies-commits") instanceof VBox box && !box.getChildren().isEmpty());
            assertThat(fx(() -> AccessibleNames.missing(root))).isEmpty();
            fx(list::requestFocus);
            List<String> reached = tabs(root.getScene(), "anomalies-copy");
            assertThat(reached).containsSubsequence("anomalies-list", "anomalies-label-expected",
                    "anomalies-label-useless", "anomalies-label-real", "anomalies-label-more", "anomalies-compare",
                    "anomalies-chart", "anomalies-revert", "anomalies-rows", "anomalies-sql", "anomalies-copy");
            await("the last button is in view", () -> {
                Node copy = root.lookup("#anomalies-copy");
                return copy.localToScene(copy.getBoundsInLocal()).getMaxY() <= 700;
            });
        });
    }

    @Test
    void anEventOfTelemetryHasNamesARemarkAndTheWordsForWhatIsMissing() {
        try (Workbench workbench = SignalWorkspace.make(folder)) {
            shown(workbench, root -> {
                ListView<Verdict> list = node(root, "#anomalies-list");
                await("it is listed", () -> list.getItems().size() == 1
                        && list.getItems().getFirst().anomaly() instanceof Signal);
                await("the second opinions are told",
                        () -> root.lookup("#anomalies-signal-remark") instanceof Labeled label
                                && label.getText().contains("these readings apart")
                                || root.lookup("#anomalies-signal-remark") instanceof Labeled other
                                        && other.getText().contains("readings that it could judge"));
                assertThat(fx(() -> AccessibleNames.missing(root))).isEmpty();
            });
        }
    }

    @Test
    void theDayOfALabelIsAskedForWithNames() {
        shown(SampleWorkspace.shared(), root -> {
            ListView<Verdict> list = node(root, "#anomalies-list");
            await("the findings are listed", () -> list.getItems().size() > 3);
            Button more = node(root, "#anomalies-label-more");
            fx(more::fire);
            await("its menu is there", () -> menu().isPresent());
            fx(() -> menu().orElseThrow().getItems().getFirst().fire());
            await("the day is asked for", () -> pop().isPresent());
            assertThat(fx(() -> AccessibleNames.missing(pop().orElseThrow()))).isEmpty();
        });
    }

    /// Shows the screen for as long as the journey takes.
    private static void shown(Workbench workbench, Consumer<Parent> journey) {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> view(workbench, tasks));
        show(root, 1000, 700);
        try {
            journey.accept(root);
        } finally {
            fx(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            fx(tasks::close);
        }
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .findFirst();
    }

    private static Optional<Parent> pop() {
        return Window.getWindows().stream().map(each -> each.getScene().getRoot())
                .filter(each -> each.lookup("#anomalies-until-day") != null).findFirst();
    }

    /// Presses Tab until a node has the keyboard, or fifty times.
    private static List<String> tabs(Scene scene, String last) {
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 50 && !reached.contains(last); i++) {
            fx(() -> {
                Node now = scene.getFocusOwner();
                reached.add(String.valueOf(now.getId()));
                if (reached.contains(last)) {
                    return;
                }
                Event.fireEvent(now, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false,
                        false));
            });
        }
        return reached;
    }

    private static Parent view(Workbench workbench, Tasks tasks) {
        AnomaliesModel model = new AnomaliesModel(SampleWorkspace.context(workbench, tasks));
        model.refresh();
        return new AnomaliesView(SampleWorkspace.context(workbench, tasks), model);
    }

    @SuppressWarnings("unchecked")
    private static <T> T node(Parent root, String selector) {
        return (T) fx(() -> root.lookup(selector));
    }
}
