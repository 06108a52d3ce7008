package io.plimsoll.app.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

import io.plimsoll.app.text.Messages;

/// What stands where data would: that there are none and what to do about it, that they are on their way, or why they did
/// not come.
public final class EmptyState extends VBox {
    private EmptyState() {
        getStyleClass().add("pl-empty");
    }

    /// @param hint what to do
    public static EmptyState of(String title, String hint) {
        EmptyState state = new EmptyState();
        state.text(title, hint);
        return state;
    }

    public static EmptyState loading() {
        EmptyState state = new EmptyState();
        Label text = new Label(Messages.text("table.loading"));
        text.getStyleClass().add("pl-empty-hint");
        state.getChildren().addAll(new ProgressIndicator(), text);
        return state;
    }

    /// With a button that does what the hint says.
    public EmptyState withAction(String title, Runnable action) {
        Button button = new Button(title);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }

    private void text(String title, String hint) {
        Label heading = new Label(title);
        heading.getStyleClass().add("pl-empty-title");
        Label what = new Label(hint);
        what.getStyleClass().add("pl-empty-hint");
        getChildren().addAll(heading, what);
    }
}
