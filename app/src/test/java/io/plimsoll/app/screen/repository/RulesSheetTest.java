package io.plimsoll.app.screen.repository;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.JoinRules;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.ScreenWindow;

import static org.assertj.core.api.Assertions.assertThat;

class RulesSheetTest extends FxTest {
    private static final int BUILT = Workloads.rules().size() - 2;

    @TempDir
    static Path folder;
    private ScreenWindow window;
    private StackPane root;
    private Workbench workbench;

    @BeforeAll
    static void load() {
        SampleWorkspace.make(folder.resolve("workspace")).close();
    }

    @BeforeEach
    void open() {
        window = new ScreenWindow(folder.resolve("workspace"), 1000, 700);
        root = window.root();
        workbench = window.workbench();
    }

    @AfterEach
    void close() {
        rules().rules().forEach(each -> rules().remove(each.id()));
        rules().off().forEach(each -> rules().turn(each, true));
        window.close();
    }

    private JoinRules rules() {
        return workbench.workloads().joinRules();
    }

    private void sheet(int rows) {
        fx(() -> {
            RulesSheet sheet = new RulesSheet(window.context(), new RulesModel(window.context()));
            root.getChildren().setAll(sheet);
        });
        awaitRows(rows);
    }

    private void awaitRows(int count) {
        await(count + " rules", () -> root.lookup("#repository-rules") instanceof TableView<?> table
                && table.getItems().size() == count && window.tasks().running().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N node(String id) {
        await(id, () -> root.lookup("#" + id) != null);
        return (N) fx(() -> root.lookup("#" + id));
    }

    private void type(String id, String text) {
        TextField field = node(id);
        fx(() -> field.setText(text));
    }

    private void press(String id) {
        Button button = node(id);
        await(id + " may be pressed", () -> !button.isDisabled());
        fx(button::fire);
    }

    private String verdict() {
        return root.lookup("#rule-verdict") instanceof Label label ? label.getText() : "";
    }

    @Test
    void aRuleIsShownWithWhatItMatchesBeforeItIsSaved() {
        sheet(BUILT);
        press("rules-add");
        Button save = node("rule-save");
        assertThat(fx(save::isDisabled)).as("nothing to save yet").isTrue();
        type("rule-pattern", "(?<name>.+)");
        await("what it matches", () -> !save.isDisabled() && verdict().startsWith("Matches "));
        assertThat(fx(() -> ((ListView<?>) root.lookup("#rule-examples")).getItems())).isNotEmpty();
        assertThat(rules().rules()).as("nothing is saved by looking").isEmpty();
        fx(save::fire);
        awaitRows(BUILT + 1);
        assertThat(rules().rules()).singleElement().satisfies(each -> {
            assertThat(each.field()).isEqualTo("ResourceName");
            assertThat(each.pattern()).isEqualTo("(?<name>.+)");
        });
    }

    @Test
    void aPatternThatCantBeUsedIsRefusedWithItsRemedy() {
        sheet(BUILT);
        press("rules-add");
        type("rule-pattern", "(?<name>[");
        await("the refusal", () -> verdict().contains("can't be used"));
        assertThat(fx(() -> ((Button) root.lookup("#rule-save")).isDisabled())).isTrue();
        press("rule-cancel");
        awaitRows(BUILT);
    }

    @Test
    void aRuleOfMineIsChangedSwitchedAndRemoved() {
        rules().add(
                new JoinRule(0, Side.BILL, "ResourceName", "(?<name>.+)", new WorkloadKey("", "", "", "", ""), true),
                1);
        sheet(BUILT + 1);
        fx(() -> ((TableView<?>) root.lookup("#repository-rules")).getSelectionModel().select(0));
        press("rules-edit");
        type("rule-namespace", "shop");
        press("rule-save");
        await("the change", () -> rules().rules().getFirst().target().namespace().equals("shop"));
        awaitRows(BUILT + 1);
        fx(() -> mark("Yours, 1").fire());
        await("that it is off", () -> !rules().rules().getFirst().on() && window.tasks().running().isEmpty());
        fx(() -> ((TableView<?>) root.lookup("#repository-rules")).getSelectionModel().select(0));
        press("rules-remove");
        awaitRows(BUILT);
        assertThat(rules().rules()).isEmpty();
    }

    @Test
    void oneOfPlimsollsRulesIsSwitchedOffAndNeverRemoved() {
        sheet(BUILT);
        fx(() -> mark(IdentityRule.SAME_NAME_ONLY.title()).fire());
        await("that it is off", () -> rules().off().contains(IdentityRule.SAME_NAME_ONLY));
        fx(() -> ((TableView<?>) root.lookup("#repository-rules")).getSelectionModel().select(1));
        assertThat(fx(() -> ((Button) root.lookup("#rules-remove")).isDisabled())).isTrue();
    }

    private CheckBox mark(String title) {
        return root.lookupAll(".check-box").stream().map(CheckBox.class::cast)
                .filter(each -> title.equals(each.getAccessibleText())).findFirst().orElseThrow();
    }
}
