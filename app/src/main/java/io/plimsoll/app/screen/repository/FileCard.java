package io.plimsoll.app.screen.repository;

import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.CodeView;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.text.Messages;

/// The file that the selected row is about, to be read.
final class FileCard extends VBox {
    private final CodeView code = new CodeView();
    private final StackPane place = new StackPane();
    private final Card card = new Card("", "", place).flush();

    FileCard(RepositoryModel model) {
        card.getStyleClass().add("pl-changes-diff");
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
        model.fileProperty().addListener((property, before, now) -> show(now));
        show(model.fileProperty().get());
    }

    private void show(ShownFile file) {
        card.setTitle(file.path().isEmpty() ? Messages.text("repo.noFile") : file.path());
        card.setHint(file.marked() == 0 ? "" : Messages.text("repo.line", file.marked()));
        if (file.path().isEmpty()) {
            place.getChildren().setAll(EmptyState.of(Messages.text("repo.noFile"), Messages.text("repo.noFileHint")));
        } else if (!file.problem().isEmpty()) {
            place.getChildren().setAll(EmptyState.of(Messages.text("repo.notShown"), file.problem()));
        } else {
            code.show(file.lines(), file.marked());
            place.getChildren().setAll(code);
        }
    }
}
