package io.plimsoll.app.screen.imports;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.text.Messages;

/// Everything that is known about one imported file.
final class FileDetails extends VBox {
    FileDetails() {
        show(null);
    }

    void show(@Nullable ImportRow file) {
        if (file == null) {
            getChildren().setAll(EmptyState.of(Messages.text("imports.pick"), Messages.text("imports.pickHint")));
            return;
        }
        GridPane grid = new GridPane(12, 9);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(150), grow);
        text(grid, "imports.path", file.from()).setTooltip(new Tooltip(file.file()));
        text(grid, "imports.sha", file.sha256());
        String before = "";
        for (ImportRow.Detail detail : file.details()) {
            line(grid, detail.name().equals(before) ? "" : detail.name(), detail.value());
            before = detail.name();
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
    }

    private static void line(GridPane grid, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("pl-dim");
        label.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, text);
    }

    /// In a field, so that it can be marked and copied.
    private static TextField text(GridPane grid, String key, String value) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add("pl-dim");
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("pl-mono");
        grid.addRow(grid.getRowCount(), label, field);
        return field;
    }
}
