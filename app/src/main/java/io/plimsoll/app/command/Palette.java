package io.plimsoll.app.command;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.text.Messages;

/// Go to anything: a field and what fits it. Arrow keys choose, Enter runs, Escape closes.
public final class Palette extends VBox {
    /// What opened the palette leads nowhere from it.
    private static final String OPENS_THIS = "view.palette";

    private final Commands commands;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Command> hits = new ListView<>();

    /// @param close takes the palette away; called before a command runs
    public Palette(Commands commands, Runnable close) {
        this.commands = commands;
        this.close = close;
        getStyleClass().add("pl-overlay");
        setId("palette");
        setMaxSize(560, 420);
        field.setId("palette-query");
        field.setPromptText(Messages.text("palette.prompt"));
        hits.setId("palette-hits");
        hits.setFocusTraversable(false);
        hits.setCellFactory(list -> new Hit());
        hits.setPlaceholder(new Label(Messages.text("palette.nothing")));
        VBox.setVgrow(hits, Priority.ALWAYS);
        getChildren().addAll(field, hits);
        field.textProperty().addListener((property, before, query) -> search(query));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        hits.setOnMouseClicked(event -> choose());
        search("");
    }

    /// Empties the field and gives it the focus.
    public void start() {
        field.clear();
        search("");
        field.requestFocus();
    }

    private void search(String query) {
        hits.getItems().setAll(commands.search(query).stream().filter(each -> !each.id().equals(OPENS_THIS)).toList());
        hits.getSelectionModel().selectFirst();
        hits.scrollTo(0);
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int last = hits.getItems().size() - 1;
            int next = hits.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            hits.getSelectionModel().select(Math.clamp(next, 0, Math.max(0, last)));
            hits.scrollTo(Math.max(0, hits.getSelectionModel().getSelectedIndex() - 6));
        } else if (code == KeyCode.ENTER) {
            choose();
        } else if (code == KeyCode.ESCAPE) {
            close.run();
        } else {
            return;
        }
        event.consume();
    }

    private void choose() {
        Command chosen = hits.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isEnabled()) {
            close.run();
            commands.run(chosen);
        }
    }

    private static final class Hit extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(command.title());
            Label key = new Label(command.keyText());
            key.getStyleClass().add("pl-key");
            key.setVisible(!command.keyText().isEmpty());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(8, title, gap, key);
            row.setOpacity(command.isEnabled() ? 1 : 0.45);
            setGraphic(row);
        }
    }
}
