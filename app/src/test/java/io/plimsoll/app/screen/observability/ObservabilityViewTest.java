package io.plimsoll.app.screen.observability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class ObservabilityViewTest extends FxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLedgerIsDrawnInBothThemes(Theme theme) {
        assertThat(Screenshots.colours(Screenshots.take("observability", theme, 1244, 830,
                () -> new ObservabilityView(context(SampleWorkspace.shared(), Tasks.atOnce()))))).isGreaterThan(60);
    }

    @Test
    void withoutDataItSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            Parent root = fx(() -> new ObservabilityView(context(empty, Tasks.atOnce())));
            Stage stage = show(root, 1000, 700);
            try {
                await("what to do", () -> root.lookupAll(".pl-empty-title").stream()
                        .anyMatch(node -> node instanceof Labeled title
                                && title.getText().equals("No bill and no telemetry is loaded")));
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void telemetryAloneShowsItsSeriesAndABillAloneItsCost() {
        assertThat(section("telemetry", "kube_pod_owner.json.gz")).isNotEqualTo(ObservabilityModel.Section.LEDGER);
        assertThat(section("billing", "focus-2026-09.csv.gz")).isEqualTo(ObservabilityModel.Section.LEDGER);
    }

    /// What is listed first with one file of the sample alone.
    private ObservabilityModel.Section section(String kind, String file) {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve(kind + ".plimsoll"))) {
            workbench.imports().run(List.of(SampleWorkspace.data(kind).resolve(file)), null, false, Progress.NONE,
                    Cancellation.never());
            ObservabilityModel model = fx(() -> new ObservabilityModel(context(workbench, Tasks.atOnce())));
            Parent root = fx(() -> new ObservabilityView(context(workbench, Tasks.atOnce()), model));
            Stage stage = show(root, 1000, 700);
            try {
                await("lines", () -> rows(root) > 0 && rows(root) == model.listed().size());
                return fx(() -> model.sectionProperty().get());
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void theSectionsAreListedAndTheFirstLineStandsInFull() throws Exception {
        Tasks tasks = fx(Tasks::forWindow);
        ObservabilityModel model = fx(() -> new ObservabilityModel(context(SampleWorkspace.shared(), tasks)));
        Parent root = fx(() -> new ObservabilityView(context(SampleWorkspace.shared(), tasks), model));
        Stage stage = show(root, 1000, 700);
        try {
            await("the report", () -> model.reportProperty().get() != null);
            await("its lines", () -> rows(root) > 0 && rows(root) == model.listed().size());
            await("the first is chosen", () -> text(root, "#observability-name").equals("Amazon CloudWatch"));
            assertThat(fx(() -> text(root, "#observability-total"))).endsWith("of the bill");
            fx(() -> model.sectionProperty().set(ObservabilityModel.Section.CUTS));
            await("the cuts", () -> rows(root) == model.listed().size() && model.listed().stream()
                    .anyMatch(each -> each.kind().equals("Drop a metric") && each.says().startsWith("Blinds ")));
            fx(() -> ((TextField) root.lookup("#observability-search")).setText("no such thing"));
            await("none", () -> rows(root) == 0);
            Path file = folder.resolve("all.csv");
            fx(() -> model.export(file));
            await("the file", () -> Files.exists(file));
            assertThat(Files.readAllLines(file)).first().asString().startsWith("section,kind,subject,service");
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    private static int rows(Parent root) {
        return root.lookup("#observability-rows") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    private static String text(Parent root, String id) {
        return root.lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }
}
