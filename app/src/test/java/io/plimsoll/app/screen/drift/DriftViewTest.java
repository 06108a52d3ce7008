package io.plimsoll.app.screen.drift;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.DriftRequest;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class DriftViewTest extends FxTest {
    private static final Path DUMP = SampleWorkspace.data("cluster").resolve("dump.yaml");

    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void compareOnce() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace.plimsoll"));
        SampleClone.add(workbench, folder.resolve("clone"));
        workbench.drift().compare(DriftRequest.of(DUMP), Progress.NONE, Cancellation.never());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theFieldsAreDrawnInBothThemes(Theme theme) {
        assertThat(Screenshots.colours(Screenshots.take("drift", theme, 1244, 830,
                () -> view(workbench, Tasks.atOnce())))).isGreaterThan(100);
    }

    @Test
    void aWorkspaceWithoutACloneSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            assertEmptyTitle(empty, "No repository yet");
        }
    }

    @Test
    void beforeTheFirstDumpItSaysHowToMakeOne() {
        try (Workbench fresh = Workbench.openOrCreate(folder.resolve("fresh.plimsoll"))) {
            fresh.repository().add(folder.resolve("clone"));
            assertEmptyTitle(fresh, "No dump was compared yet");
        }
    }

    private static void assertEmptyTitle(Workbench workbench, String expected) {
        Parent root = fx(() -> view(workbench, Tasks.atOnce()));
        Stage stage = show(root, 1000, 760);
        try {
            await(expected, () -> root.lookupAll(".pl-empty-title").stream()
                    .anyMatch(node -> node instanceof Labeled title && title.getText().equals(expected)));
        } finally {
            fx(stage::close);
        }
    }

    @Test
    void differencesAreListedFirstAndTheChipsShowTheOthers() {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> view(workbench, tasks));
        Stage stage = show(root, 1000, 900);
        try {
            awaitRows(root, 4);
            await("the first is chosen", () -> text(root, "#drift-field").equals("resources.limits.memory"));
            assertThat(root.lookupAll("#drift-show .toggle-button")).as("kinds without a field take no room")
                    .extracting(each -> ((ToggleButton) each).getText())
                    .noneMatch(text -> text.startsWith("Not compared"));
            fx(() -> press(root, "Equal "));
            await("the equal ones", () -> rows(root) > 40);
            fx(() -> press(root, "All "));
            fx(() -> ((TextField) root.lookup("#drift-search")).setText("kafka-debug"));
            awaitRows(root, 3);
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void theClustersValueGoesIntoTheChangeSet() {
        Path other = folder.resolve("adopting.plimsoll");
        try (Workbench adopting = Workbench.openOrCreate(other)) {
            SampleClone.add(adopting, folder.resolve("adopting-clone"));
            adopting.drift().compare(DriftRequest.of(DUMP), Progress.NONE, Cancellation.never());
            Tasks tasks = fx(Tasks::forWindow);
            Parent root = fx(() -> view(adopting, tasks));
            Stage stage = show(root, 1000, 900);
            try {
                await("the button", () -> root.lookup("#drift-adopt") instanceof Button);
                fx(() -> ((Button) root.lookup("#drift-adopt")).fire());
                await("the edit", () -> adopting.changes().current().ticked().stream()
                        .anyMatch(intent -> intent.newValue().equals("3Gi") && "2Gi".equals(intent.oldValue())));
            } finally {
                fx(stage::close);
                fx(tasks::close);
            }
        }
    }

    @Test
    void theListIsSavedAsCsv() throws Exception {
        DriftModel model = fx(() -> {
            DriftModel made = new DriftModel(context(workbench, Tasks.atOnce()));
            made.refresh();
            return made;
        });
        Path file = folder.resolve("drift.csv");
        fx(() -> model.export(file));
        assertThat(Files.readAllLines(file)).hasSize(5).first().asString().startsWith("namespace,kind,workload");
        assertThat(fx(() -> model.badge().getValue().text())).isEqualTo("4");
    }

    @Test
    void aFileThatIsNoDumpLeavesTheLastComparison() throws Exception {
        Path table = Files.writeString(folder.resolve("table.txt"), "NAME   READY   STATUS\nweb    1/1     Running\n");
        Tasks tasks = Tasks.atOnce();
        DriftModel model = fx(() -> new DriftModel(context(workbench, tasks)));
        StringBuilder said = new StringBuilder();
        fx(() -> tasks.onFailure(failure -> said.append(failure.asText())));
        fx(() -> {
            model.refresh();
            model.compare(table);
        });
        assertThat(said).contains("DUMP_IS_A_TABLE");
        assertThat(fx(() -> model.listed())).hasSize(4);
        assertThat(fx(() -> model.busyProperty().get())).isFalse();
    }

    @Test
    void aComparisonThatIsCancelledLeavesTheLastOne() {
        Tasks tasks = fx(Tasks::forWindow);
        DriftModel model = fx(() -> new DriftModel(context(workbench, tasks)));
        try {
            fx(model::refresh);
            await("the last comparison", () -> !model.listed().isEmpty());
            fx(() -> {
                model.compare(DUMP);
                tasks.cancelAll();
            });
            await("the end of it", () -> !model.busyProperty().get());
            assertThat(fx(() -> model.listed())).hasSize(4);
        } finally {
            fx(tasks::close);
        }
    }

    private static void awaitRows(Parent root, int count) {
        await(count + " rows", () -> rows(root) == count);
    }

    private static int rows(Parent root) {
        return root.lookup("#drift-rows") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    private static String text(Parent root, String id) {
        return root.lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    private static void press(Parent root, String start) {
        root.lookupAll("#drift-show .toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> button.getText().startsWith(start)).findFirst().orElseThrow().fire();
    }

    private static Parent view(Workbench workbench, Tasks tasks) {
        ScreenContext context = context(workbench, tasks);
        DriftModel model = new DriftModel(context);
        model.refresh();
        return new DriftView(context, model);
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<Filter>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }
}
