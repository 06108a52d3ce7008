package io.plimsoll.app.screen.idle;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.ranked.RankedModel;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class IdleViewTest extends FxTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theResourcesAreDrawnInBothThemes(Theme theme) {
        assertThat(Screenshots.colours(Screenshots.take("idle", theme, 1244, 830,
                () -> new IdleView(context(SampleWorkspace.shared(), Tasks.atOnce()))))).isGreaterThan(80);
    }

    @Test
    void withoutABillItSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            Parent root = fx(() -> new IdleView(context(empty, Tasks.atOnce())));
            Stage stage = show(root, 1000, 700);
            try {
                await("what to do", () -> root.lookupAll(".pl-empty-title").stream()
                        .anyMatch(node -> node instanceof Labeled title
                                && title.getText().equals("No bill is loaded")));
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void allThatIsFoundIsListedAndTheFirstStandsInFull() {
        IdleReport report = SampleWorkspace.shared().idleResources().idle(Cancellation.never());
        assertThat(report.findings()).as("of the sample case").isNotEmpty();
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> new IdleView(context(SampleWorkspace.shared(), tasks)));
        Stage stage = show(root, 1000, 700);
        try {
            await("all rows", () -> rows(root) == report.findings().size());
            await("the first is chosen", () -> text(root, "#idle-name").equals(report.findings().getFirst().name()));
            assertThat(fx(() -> text(root, "#idle-total"))).endsWith(" a month")
                    .contains(IdleText.sums(report.monthlyCost()));
            fx(() -> ((Button) root.lookup("#idle-explain")).fire());
            await("its charges", () -> Window.getWindows().stream()
                    .anyMatch(window -> window != stage && window.getScene().lookup("#provenance") != null));
            fx(() -> ((TextField) root.lookup("#idle-search")).setText("no such thing"));
            await("none", () -> rows(root) == 0);
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void theListIsSavedAsCsv() throws Exception {
        ScreenContext context = fx(() -> context(SampleWorkspace.shared(), Tasks.atOnce()));
        RankedModel<IdleReport, Sure, IdleFinding> model = fx(() -> IdleView.model(context));
        IdleView view = fx(() -> new IdleView(context, model));
        fx(model::refresh);
        Path file = folder.resolve("idle.csv");
        fx(() -> view.save(file));
        assertThat(Files.readAllLines(file)).hasSize(1 + fx(model::listed).size()).first().asString()
                .startsWith("kind,resource,name,region,monthly,currency,certainty");
        fx(() -> model.choiceProperty().set(Sure.CERTAIN));
        fx(() -> view.save(file));
        assertThat(Files.readAllLines(file).stream().skip(1)).allMatch(line -> line.contains(",CERTAIN,"));
    }

    private static int rows(Parent root) {
        return root.lookup("#idle-rows") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    private static String text(Parent root, String id) {
        return root.lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }
}
