package io.plimsoll.app.screen.sql;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The saved questions with a search. A click or Enter chooses one; moving through the list leaves the statement alone.
final class QuestionsCard extends VBox {
    private final ObservableList<SavedQuestion> questions = FXCollections.observableArrayList();
    private final FilteredList<SavedQuestion> found = new FilteredList<>(questions);
    private final TextField search = new TextField();
    private final ListView<SavedQuestion> list = new ListView<>(found);
    private final Card card = new Card(Messages.text("sql.questions"), "", search, list).flush();
    private final Consumer<SavedQuestion> chosen;

    QuestionsCard(Consumer<SavedQuestion> chosen) {
        this.chosen = chosen;
        search.setId("sql-search");
        search.setPromptText(Messages.text("sql.search"));
        search.textProperty().addListener((property, before, now) -> filter(now));
        VBox.setMargin(search, new Insets(0, 13, 8, 13));
        list.setId("sql-questions");
        list.setPlaceholder(new Label(Messages.text("sql.noQuestion")));
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(event -> {
            SavedQuestion selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                chosen.accept(selected);
                event.consume();
            }
        });
        setMinWidth(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    void show(List<SavedQuestion> all) {
        questions.setAll(all);
        filter(search.getText());
    }

    private void filter(String words) {
        found.setPredicate(question -> question.matches(words));
        card.setHint(Formats.count(found.size()));
    }

    private final class Cell extends ListCell<SavedQuestion> {
        private final Label title = new Label();
        private final Label about = new Label();
        private final Tooltip whole = new Tooltip();
        private final VBox box = new VBox(2, title, about);

        Cell() {
            about.getStyleClass().add("pl-card-hint");
            getStyleClass().add("pl-finding");
            box.setPrefWidth(0);
            setTooltip(whole);
            setOnMouseClicked(event -> {
                SavedQuestion question = getItem();
                if (event.getButton() == MouseButton.PRIMARY && question != null) {
                    chosen.accept(question);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable SavedQuestion question, boolean empty) {
            super.updateItem(question, empty);
            setText(null);
            if (empty || question == null) {
                setGraphic(null);
                return;
            }
            title.setText(question.title());
            whole.setText(question.title());
            about.setText(Messages.text("sql.about", question.topic(), question.focus()));
            setGraphic(box);
        }
    }
}
