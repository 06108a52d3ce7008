package io.plimsoll.app.screen.anomalies;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.billing.ComparedDays.Against;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class AnomaliesViewTest extends FxTest {
    @TempDir
    static Path folder;

    private static Workbench workbench;

    @BeforeAll
    static void importSample() {
        workbench = SampleWorkspace.make(folder.resolve("sample.plimsoll"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyKindOfFindingIsDrawnInBothThemes(Theme theme) {
        for (AnomalyKind kind : new AnomalyKind[]{AnomalyKind.LEVEL_SHIFT, AnomalyKind.SPIKE,
            AnomalyKind.NEW_SERVICE}) {
            WritableImage image = Screenshots.take("anomalies-" + kind.name().toLowerCase(Locale.ROOT), theme, 1244,
                    830, () -> view(context(Tasks.atOnce()), kind));
            assertThat(Screenshots.colours(image)).as(kind.name()).isGreaterThan(150);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void anEmptyWorkspaceSaysWhatToDo(Theme theme) {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty-" + theme + ".plimsoll"))) {
            ScreenContext context = context(empty, Tasks.atOnce());
            boolean[] asked = {false};
            context.commands().add(Command.of("file.import", "Import files", () -> asked[0] = true));
            Parent root = fx(() -> view(context, null));
            Stage stage = show(root, 1000, 790);
            await("the way to import", () -> root.lookup("#anomalies-list .pl-empty .button") instanceof Button);
            fx(() -> ((Button) root.lookup("#anomalies-list .pl-empty .button")).fire());
            assertThat(asked[0]).isTrue();
            fx(stage::close);
            WritableImage image = Screenshots.take("anomalies-empty", theme, 1244, 790,
                    () -> view(context(empty, Tasks.atOnce()), null));
            assertThat(Screenshots.colours(image)).isGreaterThan(20);
        }
    }

    @Test
    void choosingLabellingAndFilteringWorkWithTheWindowsThreads() {
        Tasks tasks = fx(Tasks::forWindow);
        ScreenContext context = context(tasks);
        Parent root = fx(() -> view(context, null));
        Stage stage = show(root, 1000, 760);
        try {
            ListView<Verdict> list = node(root, "#anomalies-list");
            await("the findings are listed", () -> list.getItems().size() > 4);
            Anomaly third = fx(() -> list.getItems().get(2).anomaly());
            fx(() -> list.getSelectionModel().clearAndSelect(2));
            await("the commits are ranked",
                    () -> root.lookup("#anomalies-commits") instanceof VBox box && !box.getChildren().isEmpty());
            assertThat(fx(() -> ((Labeled) root.lookup("#anomalies-headline")).getText()))
                    .isEqualTo(EventText.headline(third));
            assertThat(fx(() -> ((Labeled) root.lookup("#anomalies-bridge")).getText())).isNotEmpty();
            ToggleButton expected = node(root, "#anomalies-label-expected");
            fx(expected::fire);
            await("the label is kept", expected::isSelected);
            await("it leaves the open list",
                    () -> list.getItems().stream().noneMatch(each -> each.id().equals(third.id())));
            assertThat(workbench.anomalies().labels()).containsEntry(third.id(), Label.EXPECTED);
            assertThat(fx(() -> context.commands().run("analyse.anomaly-real"))).isTrue();
            await("the command labels", () -> ((ToggleButton) root.lookup("#anomalies-label-real")).isSelected());
            fx(() -> ((Labeled) root.lookup("#anomalies-hidden")).fireEvent(new ActionEvent()));
            await("all are listed", () -> list.getItems().stream().anyMatch(each -> each.id().equals(third.id())));
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void theReasonSaysWhatItWouldHaveCostAndItsButtonsStayWholeInANarrowWindow() {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> view(context(tasks), null));
        Stage stage = show(root, 800, 760);
        try {
            ListView<Verdict> list = node(root, "#anomalies-list");
            await("the findings are listed", () -> list.getItems().stream().anyMatch(AnomaliesViewTest::isShift));
            fx(() -> list.getSelectionModel()
                    .select(list.getItems().stream().filter(AnomaliesViewTest::isShift).findFirst().orElseThrow()));
            await("telemetry is asked", () -> !text(root, "#anomalies-around").isEmpty()
                    && !text(root, "#anomalies-around").equals(Messages.text("anomalies.around.waiting")));
            assertThat(fx(() -> text(root, "#anomalies-otherwise"))).startsWith("At 3 replicas of 2 cpu");
            assertThat(fx(() -> text(root, "#anomalies-around"))).contains("multimodal-feature-extraction");
            await("the page is laid out", () -> root.lookup("#anomalies-copy").localToScene(
                    root.lookup("#anomalies-copy").getBoundsInLocal()).getMaxX() <= 800);
            for (String id : List.of("#anomalies-rows", "#anomalies-sql", "#anomalies-copy")) {
                Button button = node(root, id);
                assertThat(fx(() -> button.getWidth() + 1 > button.prefWidth(-1))).as(id).isTrue();
            }
            ChartView chart = node(root, "#anomalies-chart");
            assertThat(fx(chart::getHeight)).as("the chart above so much text").isGreaterThanOrEqualTo(190);
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    private static boolean isShift(Verdict verdict) {
        return verdict.anomaly().kind() == AnomalyKind.LEVEL_SHIFT;
    }

    private static String text(Parent root, String selector) {
        return ((Labeled) root.lookup(selector)).getText();
    }

    /// The content of a window of 1440 x 900.
    @Test
    void theFullestEventLeavesItsChartHighEnoughToBeRead() {
        double height = fx(() -> {
            Parent root = view(context(Tasks.atOnce()), AnomalyKind.LEVEL_SHIFT);
            Scene scene = new Scene(root, 1244, 790);
            // Texts take their height at their width, and the page then follows them.
            for (int pass = 0; pass < 4; pass++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            return ((ChartView) root.lookup("#anomalies-chart")).getHeight();
        });
        assertThat(height).isGreaterThanOrEqualTo(190);
    }

    /// Keys, several at once, a slip taken back, days held against earlier ones and narrowed, all in the window.
    @Test
    void severalAreJudgedByKeyTakenBackAndTheChartedDaysHeldAgainstEarlierOnes() {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> view(context(tasks), null));
        Stage stage = show(root, 1000, 700);
        try {
            ListView<Verdict> list = node(root, "#anomalies-list");
            await("the findings are listed", () -> list.getItems().size() > 3);
            Set<String> two = fx(() -> {
                list.getSelectionModel().clearAndSelect(0);
                list.getSelectionModel().select(1);
                return Set.of(list.getItems().get(0).id(), list.getItems().get(1).id());
            });
            press(list, KeyCode.U, false);
            await("both leave the list", () -> list.getItems().stream().noneMatch(each -> two.contains(each.id())));
            assertThat(workbench.anomalies().labels()).containsKeys(two.toArray(String[]::new));
            assertThat(fx(() -> ((Labeled) root.lookup("#anomalies-unheard")).getText())).contains("muted");
            press(list, KeyCode.Z, true);
            await("both are back", () -> list.getItems().stream().filter(each -> two.contains(each.id())).count() == 2);
            assertThat(workbench.anomalies().labels()).doesNotContainKeys(two.toArray(String[]::new));
            ComboBox<Optional<Against>> against = node(root, "#anomalies-compare");
            fx(() -> against.setValue(Optional.of(Against.FOUR_WEEKS)));
            Labeled difference = node(root, "#anomalies-difference");
            await("the difference is told", () -> difference.getText().contains("Difference"));
            String whole = fx(difference::getText);
            ChartView chart = node(root, "#anomalies-chart");
            assertThat(fx(() -> chart.spec().series().stream().map(Series::name).toList()))
                    .contains(ComparedText.choice(Optional.of(Against.FOUR_WEEKS)));
            press(chart, KeyCode.PLUS, false);
            await("fewer days are compared", () -> difference.getText().contains("Difference")
                    && !difference.getText().equals(whole));
            assertThat(fx(() -> chart.zoomProperty().get())).isNotNull();
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    private static void press(Node node, KeyCode code, boolean control) {
        fx(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    private static Parent view(ScreenContext context, AnomalyKind wanted) {
        AnomaliesModel model = new AnomaliesModel(context);
        model.refresh();
        AnomaliesView view = new AnomaliesView(context, model);
        model.listed().stream().filter(each -> each.anomaly().kind() == wanted).findFirst()
                .ifPresent(each -> model.select(each.id()));
        return view;
    }

    @SuppressWarnings("unchecked")
    private static <T> T node(Parent root, String selector) {
        return (T) fx(() -> root.lookup(selector));
    }

    private static ScreenContext context(Tasks tasks) {
        return context(workbench, tasks);
    }

    private static ScreenContext context(Workbench asked, Tasks tasks) {
        return new ScreenContext(asked, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)),
                ScreenContext.Frame.NONE);
    }
}
