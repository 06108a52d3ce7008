package io.plimsoll.app.screen.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.forecast.Budgets;
import io.plimsoll.analysis.forecast.Roadmap;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastViewTest extends FxTest {
    @TempDir
    static Path folder;

    @BeforeEach
    void nothingIsPlanned() {
        SampleWorkspace.shared().forecasts().plans().keep(Budgets.NONE);
        SampleWorkspace.shared().forecasts().plans().keep(Roadmap.NONE);
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }

    private static void plans(ScreenContext context) {
        for (String plan : new String[]{"budgets.csv", "roadmap.csv"}) {
            context.show(ForecastScreen.ID, SampleWorkspace.data("plans").resolve(plan).toString());
        }
    }

    @Test
    void monthsBudgetsAndBackTestAreShownWithTheWindowsThreads() {
        ScreenContext context = context(SampleWorkspace.shared(), fx(Tasks::forWindow));
        Parent root = fx(() -> new ForecastView(context));
        Stage stage = show(root, 1000, 830);
        try {
            await("four months", () -> table(root) != null && table(root).getItems().size() == 4);
            assertThat(fx(() -> texts(root))).contains("Oct 2026").contains("Back-test")
                    .contains("not expected again").doesNotContain("Other budgets");
            fx(() -> plans(context));
            await("the budgets", () -> texts(root).contains("Other budgets") && texts(root).contains("Video captions"));
            assertThat(fx(() -> texts(root))).contains("2026-Q4").contains("vision");
            fx(() -> context.filterProperty().set(
                    context.filter().with(new Condition("ServiceCategory", false, List.of("No such")))));
            await("the reason", () -> texts(root).contains("HISTORY_SHORT"));
        } finally {
            fx(stage::close);
        }
    }

    private static TableView<?> table(Parent root) {
        return (TableView<?>) root.lookup("#forecast-months");
    }

    private static String texts(Parent root) {
        return String.join("\n", root.lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    @Test
    void plansAreThereAgainWhenTheScreenIsOpenedAnew() {
        ScreenContext context = context(SampleWorkspace.shared(), Tasks.atOnce());
        fx(() -> {
            new ForecastView(context);
            plans(context);
        });
        Parent again = fx(() -> new ForecastView(context(SampleWorkspace.shared(), Tasks.atOnce())));
        Stage stage = show(again, 1000, 830);
        try {
            await("the budgets", () -> texts(again).contains("Other budgets")
                    && texts(again).contains("Video captions"));
            fx(() -> ((Button) again.lookup("#forecast-clear")).fire());
            await("no budgets", () -> !texts(again).contains("Other budgets"));
            assertThat(SampleWorkspace.shared().forecasts().plans().roadmap().projects()).isEmpty();
        } finally {
            fx(stage::close);
        }
    }

    @Test
    void aFileThatIsNoPlanIsRefusedAndWhatWasPlannedStays() {
        Tasks tasks = Tasks.atOnce();
        List<Failure> failures = new ArrayList<>();
        tasks.onFailure(failures::add);
        ScreenContext context = context(SampleWorkspace.shared(), tasks);
        Parent root = fx(() -> new ForecastView(context));
        Stage stage = show(root, 1000, 830);
        try {
            fx(() -> plans(context));
            await("the budgets", () -> texts(root).contains("Other budgets"));
            fx(() -> context.show(ForecastScreen.ID, SampleWorkspace.root().resolve("README.md").toString()));
            await("the failure", () -> failures.size() == 1);
            assertThat(fx(() -> texts(root))).contains("Other budgets").contains("Video captions");
        } finally {
            fx(stage::close);
        }
    }

    @Test
    void aNarrowTableKeepsTheBudgetAndTheChanceInView() {
        ScreenContext context = context(SampleWorkspace.shared(), Tasks.atOnce());
        Parent root = fx(() -> new ForecastView(context));
        Stage stage = show(root, 790, 600);
        try {
            fx(() -> plans(context));
            await("the chance in view", () -> table(root) != null && shown(root).contains("chance")
                    && shown(root).contains("budgetColumn") && !shown(root).contains("actual"));
        } finally {
            fx(stage::close);
        }
    }

    private static List<String> shown(Parent root) {
        return table(root).getVisibleLeafColumns().stream().map(column -> column.getId()).toList();
    }

    @Test
    void theScreenIsDrawn() {
        ScreenContext context = context(SampleWorkspace.shared(), Tasks.atOnce());
        assertThat(Screenshots.colours(Screenshots.take("forecast", Theme.DARK, 1244, 830, () -> {
            ForecastView view = new ForecastView(context);
            plans(context);
            return view;
        }))).isGreaterThan(100);
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("empty.plimsoll"))) {
            Parent root = fx(() -> new ForecastView(context(empty, Tasks.atOnce())));
            Stage stage = show(root, 1000, 760);
            try {
                await("the hint", () -> texts(root).contains("No bill loaded yet"));
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void theMonthsAreSavedAsCsv() throws IOException {
        ScreenContext context = context(SampleWorkspace.shared(), Tasks.atOnce());
        Path file = folder.resolve("forecast.csv");
        fx(() -> {
            ForecastModel model = new ForecastModel(context);
            model.refresh();
            model.export(file);
        });
        assertThat(Files.readAllLines(file)).hasSize(5).anyMatch(line -> line.startsWith("2026-10,USD,15992.6"));
    }
}
