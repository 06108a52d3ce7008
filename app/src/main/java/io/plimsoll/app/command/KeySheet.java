package io.plimsoll.app.command;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.text.Messages;

/// Every key and what it does.
public final class KeySheet extends VBox {
    public KeySheet(Commands commands) {
        getStyleClass().add("pl-overlay");
        setId("key-sheet");
        setMaxSize(460, 520);
        Label title = new Label(Messages.text("keys.title"));
        title.getStyleClass().add("pl-strong");
        GridPane grid = new GridPane(18, 7);
        int row = 0;
        for (Command command : commands.all()) {
            if (command.key() != null) {
                Label key = new Label(command.keyText());
                key.getStyleClass().add("pl-key");
                grid.addRow(row++, key, new Label(command.title()));
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        getChildren().addAll(title, scroll);
    }
}
