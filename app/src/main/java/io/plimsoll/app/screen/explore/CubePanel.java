package io.plimsoll.app.screen.explore;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.billing.CubeState;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Chooses the dimensions that the cube has: how large it is now, every tag and optional column with a tick, and the way to fill it
/// again.
final class CubePanel extends VBox {
    private static final int DIGITS = 1;
    private static final int GAP = 8;
    private static final int MARGIN = 13;

    private final CubeModel model;
    private final Label summary = new Label();
    private final Label taken = new Label();
    private final Button apply = new Button(Messages.text("cube.apply"));
    private final PagedTable<CubeState.Candidate> table;

    /// @param done called when the panel has nothing more to show
    CubePanel(ScreenContext context, Runnable done) {
        this.model = new CubeModel(context);
        setId("explore-cube");
        setMinWidth(0);
        table = new PagedTable<>(context.tasks(), Messages.text("cube.title"), List.of(
                Column.<CubeState.Candidate>node("chosen", Messages.text("cube.column"), 340,
                        CubeState.Candidate::name, this::tick).unsortable(),
                Column.<CubeState.Candidate>number("values", Messages.text("cube.values"), 120,
                        each -> Formats.count(each.values())).unsortable(),
                Column.<CubeState.Candidate>number("charges", Messages.text("cube.charges"), 120, this::share)
                        .unsortable()));
        table.view().setId("cube-candidates");
        table.setEmptyState(EmptyState.of(Messages.text("cube.none"), Messages.text("cube.noneHint")));
        apply.setId("cube-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> model.apply(done));
        Button automatic = new Button(Messages.text("cube.toAutomatic"));
        automatic.setId("cube-automatic");
        automatic.setOnAction(event -> model.automatic(done));
        Button back = new Button(Messages.text("cube.back"));
        back.setOnAction(event -> done.run());
        for (Button button : List.of(apply, automatic, back)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        summary.setId("cube-summary");
        for (Label label : List.of(summary, taken)) {
            label.getStyleClass().add("pl-dim");
            label.setMinWidth(0);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox words = new VBox(2, summary, taken);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(GAP, words, apply, automatic, back);
        head.setAlignment(Pos.TOP_LEFT);
        head.setPadding(new Insets(0, MARGIN, GAP, MARGIN));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table);
        model.chosen().addListener((ListChangeListener<String>) change -> showChoice());
        model.stateProperty().addListener((property, before, now) -> show());
        show();
        model.refresh();
    }

    private void show() {
        CubeState state = model.stateProperty().get();
        summary.setText(model.summary());
        showChoice();
        if (state != null) {
            table.show((request, cancellation) -> Page.of(state.candidates(), request));
        }
    }

    private void showChoice() {
        taken.setText(model.taken());
        apply.setDisable(!model.canApply());
    }

    private Node tick(CubeState.Candidate candidate) {
        CheckBox box = new CheckBox(candidate.name());
        box.setMnemonicParsing(false);
        box.setSelected(model.chosen().contains(candidate.name()));
        box.setOnAction(event -> model.choose(candidate.name(), box.isSelected()));
        return box;
    }

    private String share(CubeState.Candidate candidate) {
        CubeState state = model.stateProperty().get();
        return state == null || state.charges() == 0
                ? ""
                : Formats.number(100.0 * candidate.charges() / state.charges(), DIGITS);
    }
}
