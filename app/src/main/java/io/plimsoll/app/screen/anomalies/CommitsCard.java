package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The commits just before an event, likeliest first, and what the chosen one changed.
final class CommitsCard extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int MOST = 3;
    /// Beside a likely one the others say little, and its changes need the room.
    private static final int BESIDE_LIKELY = 2;

    private final CommitsModel model;
    private final VBox list = new VBox();
    private final Label sentence = new Label();
    private final VBox changes = new VBox();
    private final RevertBox whatIf;
    private final VBox content;
    private final StackPane place = new StackPane();

    CommitsCard(CommitsModel model) {
        this.model = model;
        this.whatIf = new RevertBox(model.revert());
        list.setId("anomalies-commits");
        changes.setId("anomalies-changes");
        changes.getStyleClass().add("pl-changes");
        sentence.getStyleClass().addAll("pl-faint", "pl-small");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content = new VBox(7, list, sentence, scroll, whatIf);
        getChildren().add(new Card(Messages.text("anomalies.commits"), Messages.text("anomalies.commitsHint"), place));
        model.rowsProperty().addListener((property, before, now) -> fill());
        model.failedProperty().addListener((property, before, now) -> fill());
        model.chosenProperty().addListener((property, before, now) -> choose());
        fill();
    }

    private void fill() {
        List<CommitRow> rows = model.rowsProperty().get();
        if (rows == null) {
            place.getChildren().setAll(model.failedProperty().get() ? new Region() : EmptyState.loading());
            return;
        }
        if (rows.isEmpty()) {
            place.getChildren()
                    .setAll(EmptyState.of(Messages.text("anomalies.commits.none"),
                            Messages.text("anomalies.commits.noneHint")));
            return;
        }
        list.getChildren()
                .setAll(rows.stream().limit(rows.getFirst().likely() ? BESIDE_LIKELY : MOST).map(this::row).toList());
        place.getChildren().setAll(content);
        choose();
    }

    private HBox row(CommitRow row) {
        Label id = new Label(row.fact().shortId());
        id.getStyleClass().addAll("pl-mono");
        id.setMinWidth(USE_PREF_SIZE);
        Label subject = new Label(ForeignText.line(row.fact().subject()));
        subject.setMnemonicParsing(false);
        subject.setMinWidth(0);
        Label where = new Label(ForeignText.line(row.where()));
        where.setMnemonicParsing(false);
        where.getStyleClass().addAll("pl-faint", "pl-small");
        where.setMinWidth(0);
        where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox what = new HBox(7, id, subject);
        what.setStyle("-fx-alignment: baseline-left");
        VBox text = new VBox(2, what, where);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(8, text, new Pill(Formats.number(row.score().score(), 2), row.tone()));
        box.getStyleClass().add("pl-commit");
        box.setUserData(row);
        box.setId("anomalies-commit-" + row.fact().shortId());
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText(row.fact().shortId() + " " + row.fact().subject() + ", " + row.where());
        Tooltip.install(box, new Tooltip(ForeignText.whole(row.fact().subject()) + "\n"
                + ForeignText.line(row.fact().author()) + ", " + ForeignText.line(row.where())));
        box.setOnMouseClicked(event -> model.chosenProperty().set(row));
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                model.chosenProperty().set(row);
                event.consume();
            }
        });
        return box;
    }

    private void choose() {
        CommitRow chosen = model.chosenProperty().get();
        for (Node each : list.getChildren()) {
            each.pseudoClassStateChanged(SELECTED, chosen != null && chosen.equals(each.getUserData()));
        }
        changes.getChildren().setAll(chosen == null ? List.of() : ChangeLines.of(chosen.fact().changes()));
        changes.setVisible(!changes.getChildren().isEmpty());
        whatIf.of(chosen);
        sentence.setText(chosen == null ? "" : ForeignText.whole(chosen.sentence()));
    }
}
