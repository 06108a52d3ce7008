package io.plimsoll.app.screen.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.quality.DataHealth;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesScreen;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

/// The Data quality screen says what is wrong with the data and leads to where it is seen.
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
    void whatCouldNotBeReadIsCountedBesideWhatIsWrong() {
        assertThat(HealthText.wrong(List.of(), new DataHealth.Rejected(0, 30)))
                .isEqualTo("open: 0 of 0 \u00b7 rejected: rows 0, points 30");
        assertThat(HealthText.wrong(List.of(), new DataHealth.Rejected(0, 0))).isEqualTo("open: 0 of 0");
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

    @Test
    void theDatasetsAreListedAndTheFirstStandsInFull() {
        Tasks tasks = fx(Tasks::forWindow);
        Parent root = fx(() -> new QualityView(context(SampleWorkspace.shared(), tasks)));
        Stage stage = show(root, 1000, 900);
        try {
            fx(() -> part(root, Part.DATA).fire());
            await("the datasets", () -> root.lookup("#quality-datasets") instanceof TableView<?> table
                    && table.getItems().size() == SampleWorkspace.shared().quality()
                            .health(Progress.NONE, Cancellation.never()).datasets().size());
            await("the bill is chosen", () -> root.lookup("#quality-dataset-name") instanceof Labeled name
                    && name.getText().startsWith("bill "));
            fx(() -> part(root, Part.RULES).fire());
            await("the rules are back", () -> root.lookup("#quality-rules") != null
                    && root.lookup("#quality-datasets") == null);
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void withoutDataTheSecondPartSaysWhatToDo() {
        try (Workbench empty = Workbench.openOrCreate(folder.resolve("nothing.plimsoll"))) {
            Parent root = fx(() -> new QualityView(context(empty, Tasks.atOnce())));
            Stage stage = show(root, 1000, 760);
            try {
                fx(() -> part(root, Part.DATA).fire());
                await("what to do", () -> root.lookupAll(".pl-empty-title").stream()
                        .anyMatch(node -> node instanceof Labeled title
                                && title.getText().equals("Nothing is loaded")));
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    @Tag("slow")
    void aMissingDayIsToldAndLeadsToItsEventAmongTheAnomalies() throws IOException {
        Path bills = Files.createDirectory(folder.resolve("bills"));
        try (Stream<Path> months = Files.list(SampleWorkspace.data("billing"))) {
            for (Path month : months.filter(each -> each.toString().endsWith(".gz")).toList()) {
                copyWithout("2026-10-10T00:00:00Z,2026-10-09T00:00:00Z", month, bills.resolve(month.getFileName()));
            }
        }
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("gap.plimsoll"))) {
            workbench.imports().run(List.of(bills), null, false, Progress.NONE, Cancellation.never());
            ScreenContext context = context(workbench, Tasks.atOnce());
            Parent root = fx(() -> new QualityView(context));
            Stage stage = show(root, 1000, 900);
            try {
                fx(() -> part(root, Part.DATA).fire());
                await("the event", () -> root.lookup(".quality-event") != null);
                fx(() -> ((Hyperlink) root.lookup(".quality-event")).fire());
                assertThat(workbench.anomalies().all(Progress.NONE, Cancellation.never()))
                        .filteredOn(each -> each.domain() == Domain.QUALITY).extracting(each -> each.id())
                        .contains(fx(() -> context.selection(AnomaliesScreen.ID).get()));
            } finally {
                fx(stage::close);
            }
        }
    }

    private static void copyWithout(String part, Path from, Path to) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(from));
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(all.lines().filter(line -> !line.contains(part)).collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ToggleButton part(Parent root, Part part) {
        return (ToggleButton) root.lookupAll("#quality-part .toggle-button").stream()
                .filter(button -> part == button.getUserData()).findFirst().orElseThrow();
    }

    private static ScreenContext context(Workbench workbench, Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), ScreenContext.Frame.NONE);
    }
}
