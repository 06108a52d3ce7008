package io.plimsoll.app.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// A small button that shows a name and a value. Enter, Space or a click opens it; Delete or the cross takes it away.
public final class Chip extends HBox {
    private final Label before = new Label();
    private final Label value = new Label();
    private final Label after = new Label();

    /// @param action gets a click
    public Chip(Runnable action) {
        getStyleClass().add("pl-chip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("pl-chip-value");
        getChildren().addAll(before, value, after);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
    }

    /// Plain words, the value in strong ones, plain words; each may be empty.
    public Chip show(String plain, String strong, String tail) {
        part(before, plain);
        part(value, strong);
        part(after, tail);
        setAccessibleText((plain + " " + strong + " " + tail).strip());
        return this;
    }

    /// Dashed, for what is not there yet.
    public Chip asAddition() {
        getStyleClass().add("add");
        return this;
    }

    /// With a cross at its end.
    public Chip removable(String help, Runnable remove) {
        Label cross = new Label("\u00d7");
        cross.getStyleClass().add("pl-chip-remove");
        cross.setAccessibleRole(AccessibleRole.BUTTON);
        cross.setAccessibleText(help);
        cross.setOnMouseClicked(event -> {
            remove.run();
            event.consume();
        });
        getChildren().add(cross);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                remove.run();
                event.consume();
            }
        });
        return this;
    }

    private static void part(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
