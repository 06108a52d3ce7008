package io.plimsoll.app.screen.changes;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.RollOut;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleClone;
import io.plimsoll.app.ScreenWindow;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class TagsSheetTest extends FxTest {
    @TempDir
    Path folder;
    private ScreenWindow window;
    private StackPane root;
    private Workbench workbench;
    private ScreenContext context;

    @BeforeEach
    void open() {
        window = new ScreenWindow(folder.resolve("workspace"), 1000, 800);
        root = window.root();
        workbench = window.workbench();
        context = window.context();
        fx(() -> context.offer(ChangesScreen.tags(context)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private <N extends Node> N node(String id, Class<N> kind) {
        return kind.cast(Objects.requireNonNull(fx(() -> root.lookup("#" + id)), id));
    }

    private List<TextField> fields() {
        return fx(() -> root.lookupAll("#tags-rows .text-field").stream().map(TextField.class::cast).toList());
    }

    private void openSheet() {
        SampleClone.add(workbench, folder.resolve("clone"));
        assertThat(fx(() -> context.commands().run("repository.tags"))).isTrue();
        window.quiet();
    }

    private void keys(String text) {
        TextField keys = node("tags-keys", TextField.class);
        fx(() -> keys.setText(text));
    }

    private void look(String keys) {
        keys(keys);
        fx(node("tags-look", Button.class)::fire);
        window.quiet();
        await("its rows", () -> root.lookup("#tags-rows .check-box") != null);
    }

    @Test
    void itAsksForTheTagsThatTheCloneCarriesFirst() {
        openSheet();
        TextField keys = node("tags-keys", TextField.class);
        assertThat(keys.getText()).contains("team");
    }

    @Test
    void aGivenTagIsAddedToAllThatLackItAndTheRollOutIsTold() {
        openSheet();
        look("budget-line=b-7");
        Button add = node("tags-add", Button.class);
        assertThat(fx(add::getText)).matches("Add \\d+ edits");
        fx(add::fire);
        await("the changes", () -> window.shown().contains("changes"));
        List<Intent> added = workbench.changes().current().ticked();
        assertThat(added).isNotEmpty().allMatch(intent -> intent.path().endsWith("budget-line"))
                .noneMatch(intent -> intent.path().contains("selector"));
        assertThat(window.notices()).containsExactly("Added to the changes: " + added.size() + " edits for cost tags.");
        Preview preview = workbench.changes().preview(Progress.NONE, Cancellation.never());
        assertThat(preview.files()).allMatch(file -> !file.rollOuts().isEmpty());
        assertThat(preview.files().stream().map(FilePreview::rollOuts).flatMap(List::stream).map(RollOut::effect))
                .contains(RollOut.Effect.IN_PLACE, RollOut.Effect.ROLLING);

        fx(() -> context.commands().run("repository.tags"));
        window.quiet();
        keys("budget-line=b-7");
        fx(node("tags-look", Button.class)::fire);
        window.quiet();
        Button again = node("tags-add", Button.class);
        await("nothing left that could be added", again::isDisabled);
    }

    @Test
    void aTagWithoutAProposalWaitsForItsValue() {
        openSheet();
        look("budget-line");
        Button add = node("tags-add", Button.class);
        assertThat(fx(add::isDisabled)).as("nothing tells a value").isTrue();
        TextField first = fields().getFirst();
        fx(() -> first.setText("no label"));
        assertThat(fx(add::isDisabled)).isTrue();
        fx(() -> first.setText("b-7"));
        assertThat(fx(add::isDisabled)).isFalse();
        assertThat(fx(() -> root.lookupAll("#tags-rows .check-box").stream().map(CheckBox.class::cast)
                .filter(CheckBox::isSelected).count())).isEqualTo(1);
        fx(add::fire);
        await("the changes", () -> window.shown().contains("changes"));
        assertThat(workbench.changes().current().ticked()).isNotEmpty()
                .allMatch(intent -> intent.newValue().equals("b-7"));
    }

    @Test
    void whatIsNoLabelAndWhatHasNoCloneIsSaidInTheSheet() {
        assertThat(fx(() -> context.commands().run("repository.tags"))).isTrue();
        window.quiet();
        Label remark = node("tags-remark", Label.class);
        assertThat(fx(remark::getText)).contains("clone");
        keys("-x");
        fx(node("tags-look", Button.class)::fire);
        assertThat(fx(remark::getText)).contains("Not a label");
        fx(node("tags-cancel", Button.class)::fire);
        assertThat(fx(() -> root.lookup("#tags-sheet"))).isNull();
    }
}
