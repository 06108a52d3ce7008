package io.plimsoll.app.screen.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/// Nothing is loaded before the user has seen what it is.
class ImportFilesTest extends FxTest {
    @TempDir
    Path folder;

    private final Tasks tasks = Tasks.forWindow();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final StackPane above = fx(() -> new StackPane());
    private Workbench workbench;
    private ImportFiles imports;
    private Stage stage;

    @BeforeEach
    void open() {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        imports = new ImportFiles(new ScreenContext(workbench, tasks, new Commands(),
                new SimpleObjectProperty<>(SampleWorkspace.filter(workbench)), frame()));
        fx(() -> tasks.onFailure(failures::add));
        stage = show(above, 900, 600);
    }

    @AfterEach
    void close() {
        fx(stage::close);
        fx(tasks::close);
        workbench.close();
        assertThat(failures).isEmpty();
    }

    private ScreenContext.Frame frame() {
        return new ScreenContext.Frame() {
            @Override
            public void show(String screenId) {
            }

            @Override
            public void notice(String text, Command... actions) {
                notices.add(text);
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
        };
    }

    private void quiet() {
        await("the work to end", () -> tasks.running().isEmpty());
    }

    /// On the FX thread.
    private Node node(String id) {
        return above.lookup("#" + id);
    }

    private boolean says(String text) {
        return above.lookupAll(".label").stream().anyMatch(node -> ((Label) node).getText().contains(text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatIsSeenIsLoadedAndTheRestIsLeftOut() throws IOException {
        Path bill = SampleWorkspace.data("billing").resolve("focus-2026-09.csv.gz");
        Path other = write("people.csv", "name,age\nAnn,4\n");
        fx(() -> imports.run(List.of(bill, other)));
        await("the sheet", () -> above.lookup("#imports-preview") != null);
        quiet();
        await("the counts", () -> says("1 to load \u00b7 1 can\u2019t be loaded"));
        await("the reason and the remedy", () -> says("people.csv is not a billing file") && says("Known formats"));
        assertThat(workbench.billing().imports()).isEmpty();
        assertThat(fx(() -> ((Button) node("imports-load")).isFocused())).isTrue();
        fx(() -> ((Button) node("imports-load")).fire());
        quiet();
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
        assertThat(workbench.billing().imports()).hasSize(1);
        assertThat(notices).singleElement().asString().startsWith("Loaded ");
    }

    @Test
    void cancelLoadsNothing() {
        fx(() -> imports.run(List.of(SampleWorkspace.data("billing"))));
        await("the sheet", () -> above.lookup("#imports-preview") != null);
        quiet();
        fx(() -> ((Button) node("imports-cancel")).fire());
        quiet();
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
        assertThat(workbench.billing().imports()).isEmpty();
    }

    @Test
    void nothingCanBeLoadedOfWhatIsUnknown() throws IOException {
        Path other = write("people.csv", "name,age\nAnn,4\n");
        fx(() -> imports.run(List.of(other)));
        await("the sheet", () -> above.lookup("#imports-preview") != null);
        assertThat(fx(() -> node("imports-load").isDisabled())).isTrue();
        quiet();
    }

    @Test
    void aLookThatIsCancelledShowsNothing() {
        fx(() -> {
            imports.run(List.of(SampleWorkspace.data("billing")));
            tasks.cancelAll();
        });
        quiet();
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
    }

    @Test
    void aRemarkNamesTheColumnsThatWillNotBeRead() {
        FileLook look = new FileLook("/exports/a.csv", "focus", "1.2", 10, 3, List.of("Mood"), null, null);
        assertThat(PreviewSheet.what(look)).isEqualTo("FOCUS 1.2");
        assertThat(PreviewSheet.remark(look)).isEqualTo("3 columns, of which 1 will not be read: Mood");
        FileLook.Refusal refusal = new FileLook.Refusal("FILE_EMPTY", "/exports/b.csv is empty.", "Export it again.");
        assertThat(PreviewSheet.remark(new FileLook("/exports/b.csv", "", "", 0, 0, List.of(), null, refusal)))
                .isEqualTo("b.csv is empty.");
    }
}
