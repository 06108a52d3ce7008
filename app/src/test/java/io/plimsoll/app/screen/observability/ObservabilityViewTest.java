package io.plimsoll.app.screen.observability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
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
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.ranked.RankedModel;
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
        assertThat(section("telemetry", "kube_pod_owner.json.gz")).isNotEqualTo(Section.LEDGER);
        assertThat(section("billing", "focus-2026-09.csv.gz")).isEqualTo(Section.LEDGER);
    }

    /// What is listed first with one file of the sample alone.
    private Section section(String kind, String file) {
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve(kind + ".plimsoll"))) {
            workbench.imports().run(List.of(SampleWorkspace.data(kind).resolve(file)), null, false, Progress.NONE,
                    Cancellation.never());
            RankedModel<ObservabilityReport, Section, ObservabilityEntry> model = fx(
                    () -> ObservabilityView.model(context(workbench, Tasks.atOnce())));
            Parent root = fx(() -> new ObservabilityView(context(workbench, Tasks.atOnce()), model));
            Stage stage = show(root, 1000, 700);
            try {
                await("lines", () -> rows(root) > 0 && rows(root) == model.listed().size());
                return fx(() -> model.choiceProperty().get());
            } finally {
                fx(stage::close);
            }
        }
    }

    @Test
    void theSectionsAreListedAndTheFirstLineStandsInFull() throws Exception {
        Tasks tasks = fx(Tasks::forWindow);
        RankedModel<ObservabilityReport, Section, ObservabilityEntry> model = fx(
                () -> ObservabilityView.model(context(SampleWorkspace.shared(), tasks)));
        ObservabilityView root = fx(() -> new ObservabilityView(context(SampleWorkspace.shared(), tasks), model));
        Stage stage = show(root, 1000, 700);
        try {
            await("the report", () -> model.reportProperty().get() != null);
            await("its lines", () -> rows(root) > 0 && rows(root) == model.listed().size());
            await("the first is chosen", () -> text(root, "#observability-name").equals("Amazon CloudWatch"));
            assertThat(fx(() -> text(root, "#observability-total"))).endsWith("of the bill");
            fx(() -> ((ButtonBase) root.lookup("#observability-explain")).fire());
            await("its charges", () -> Window.getWindows().stream().filter(window -> window != stage)
                    .anyMatch(window -> window.getScene().lookup("#provenance .table-view") instanceof TableView<?> rows
                            && rows.getItems().size() == 123));
            fx(() -> model.choiceProperty().set(Section.CUTS));
            await("the cuts", () -> rows(root) == model.listed().size() && model.listed().stream()
                    .anyMatch(each -> each.kind().equals("Drop a metric") && each.says().startsWith("Blinds ")));
            fx(() -> ((TextField) root.lookup("#observability-search")).setText("no such thing"));
            await("none", () -> rows(root) == 0);
            Path file = folder.resolve("all.csv");
            fx(() -> root.save(file));
            await("the file", () -> Files.exists(file));
            assertThat(Files.readAllLines(file)).first().asString().startsWith("section,kind,subject,service");
        } finally {
            fx(stage::close);
            fx(tasks::close);
        }
    }

    @Test
    void eachFigureHasItsOrigin() {
        Workbench workbench = SampleWorkspace.shared();
        ObservabilityReport report = workbench.observability().report(Progress.NONE, Cancellation.never());
        ObservabilityOrigin origin = new ObservabilityOrigin(workbench, report);
        assertThat(origin.total().sql()).startsWith("WITH told AS");
        for (Section section : Section.values()) {
            for (ObservabilityEntry each : section.of(report)) {
                ProvenanceInfo info = origin.of(each, Progress.NONE, Cancellation.never());
                assertThat(info.formula()).as(each.title()).isNotBlank();
                if (each.kind().endsWith("interval") || each.kind().endsWith("retention")) {
                    assertThat(info.rows()).isNull();
                    continue;
                }
                ProvenanceInfo.Rows rows = Objects.requireNonNull(info.rows(), each.title());
                Page<List<String>> page = load(rows);
                assertThat(page.rows()).as(each.title()).isNotEmpty()
                        .allMatch(row -> row.size() == rows.columns().size());
                assertThat(workbench.console().all(info.sql(), Cancellation.never()).rows()).as(info.sql())
                        .isNotEmpty();
            }
        }
    }

    private static Page<List<String>> load(ProvenanceInfo.Rows rows) {
        try {
            return rows.source().load(new PageRequest(0, 1000, null), Cancellation.never());
        } catch (Exception e) {
            throw new AssertionError(e);
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
