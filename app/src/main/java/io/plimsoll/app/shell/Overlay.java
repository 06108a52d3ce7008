package io.plimsoll.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// Holds one panel above everything else: palette, key sheet. Escape or a click beside it closes it.
final class Overlay extends StackPane {
    private static final double FROM_TOP = 52;

    private @Nullable Node focusBefore;

    Overlay() {
        setAlignment(Pos.TOP_CENTER);
        setPadding(new Insets(FROM_TOP, 14, 14, 14));
        setVisible(false);
        setPickOnBounds(true);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    void show(Region panel) {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().setAll(panel);
        setVisible(true);
        panel.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    boolean isShowing(Region panel) {
        return isVisible() && getChildren().contains(panel);
    }
}
