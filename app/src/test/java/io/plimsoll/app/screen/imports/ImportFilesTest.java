package io.plimsoll.app.screen.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.ScreenWindow;

import static org.assertj.core.api.Assertions.assertThat;

/// Nothing is loaded before the user has seen what it is.
class ImportFilesTest extends FxTest {
    @TempDir
    Path folder;

    private ScreenWindow window;
    private StackPane above;
    private ImportFiles imports;

    @BeforeEach
    void open() {
        window = new ScreenWindow(folder.resolve("workspace"), 900, 600);
        above = window.root();
        imports = new ImportFiles(window.context());
    }

    @AfterEach
    void close() {
        window.close();
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
        window.quiet();
        await("the counts", () -> says("1 to load \u00b7 1 can\u2019t be loaded"));
        await("the reason and the remedy", () -> says("people.csv is not a billing file") && says("Known formats"));
        assertThat(window.workbench().billing().imports()).isEmpty();
        assertThat(fx(() -> ((Button) node("imports-load")).isFocused())).isTrue();
        fx(() -> ((Button) node("imports-load")).fire());
        window.quiet();
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
        assertThat(window.workbench().billing().imports()).hasSize(1);
        assertThat(window.notices()).singleElement().asString().startsWith("Loaded ");
    }

    @Test
    void cancelLoadsNothing() {
        fx(() -> imports.run(List.of(SampleWorkspace.data("billing"))));
        await("the sheet", () -> above.lookup("#imports-preview") != null);
        window.quiet();
        fx(() -> ((Button) node("imports-cancel")).fire());
        window.quiet();
        assertThat(fx(() -> above.getChildren().isEmpty())).isTrue();
        assertThat(window.workbench().billing().imports()).isEmpty();
    }

    @Test
    void nothingCanBeLoadedOfWhatIsUnknown() throws IOException {
        Path other = write("people.csv", "name,age\nAnn,4\n");
        fx(() -> imports.run(List.of(other)));
        await("the sheet", () -> above.lookup("#imports-preview") != null);
        assertThat(fx(() -> node("imports-load").isDisabled())).isTrue();
        window.quiet();
    }

    @Test
    void aLookThatIsCancelledShowsNothing() {
        fx(() -> {
            imports.run(List.of(SampleWorkspace.data("billing")));
            window.tasks().cancelAll();
        });
        window.quiet();
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
