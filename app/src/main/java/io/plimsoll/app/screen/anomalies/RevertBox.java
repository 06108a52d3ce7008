package io.plimsoll.app.screen.anomalies;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.text.Messages;

/// Asks what undoing the chosen commit would save, and says it in place.
final class RevertBox extends VBox {
    private final RevertModel model;
    private final Button ask = new Button(Messages.text("anomalies.revert.ask"));
    private final Button cancel = new Button(Messages.text("anomalies.revert.cancel"));
    private final Label answer = new Label();
    private @Nullable CommitRow row;

    RevertBox(RevertModel model) {
        super(4);
        this.model = model;
        ask.setId("anomalies-revert");
        ask.getStyleClass().add("pl-link");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.disableProperty().bind(model.askingProperty());
        ask.setOnAction(event -> ask());
        cancel.setId("anomalies-revert-cancel");
        cancel.getStyleClass().add("pl-link");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> model.reset());
        cancel.visibleProperty().bind(model.askingProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        answer.setId("anomalies-revert-answer");
        answer.setMnemonicParsing(false);
        answer.setWrapText(true);
        answer.setMinHeight(USE_PREF_SIZE);
        answer.getStyleClass().add("pl-small");
        answer.textProperty().bind(model.answerProperty());
        answer.visibleProperty().bind(model.answerProperty().isNotEmpty());
        answer.managedProperty().bind(answer.visibleProperty());
        getChildren().addAll(new HBox(8, ask, cancel), answer);
        setMinHeight(USE_PREF_SIZE);
        of(null);
    }

    /// Another commit was chosen, or none.
    void of(@Nullable CommitRow chosen) {
        if (chosen == null || !chosen.equals(row)) {
            model.reset();
        }
        row = chosen;
        boolean any = chosen != null && !chosen.fact().changes().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    private void ask() {
        CommitRow asked = row;
        if (asked != null) {
            model.ask(asked);
        }
    }
}
