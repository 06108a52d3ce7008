package io.plimsoll.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// Shows the latest failure until it is closed: code, sentence, remedy, and the details for a report.
final class ErrorPanel extends VBox {
    private final Label title = new Label();
    private final Label remedy = new Label();
    private Failure failure = new Failure("", "", "", "");

    ErrorPanel() {
        getStyleClass().add("pl-error");
        setId("error-panel");
        title.getStyleClass().add("pl-error-title");
        title.setId("error-title");
        title.setWrapText(true);
        remedy.setId("error-remedy");
        remedy.setWrapText(true);
        Button copy = new Button(Messages.text("failure.copy"));
        copy.setOnAction(event -> copy());
        Button close = new Button(Messages.text("failure.close"));
        close.setId("error-close");
        close.setOnAction(event -> setShown(false));
        HBox buttons = new HBox(8, copy, close);
        buttons.setStyle("-fx-padding: 4 0 0 0");
        getChildren().addAll(title, remedy, buttons);
        setShown(false);
    }

    void show(Failure shown) {
        failure = shown;
        title.setText(shown.sentence() + "  [" + shown.code() + "]");
        remedy.setText(shown.remedy());
        setShown(true);
    }

    private void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(failure.asText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
