package io.plimsoll.app.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.text.Messages;

/// Lets one of many names be found by a part of it and chosen with a click or Enter.
public final class ChoicePop extends VBox {
    private final FilteredList<Choice> found;
    private final ListView<Choice> list;

    /// @param remark behind the name; empty for none
    public record Choice(String name, String remark) {
        String text() {
            return remark.isEmpty() ? name : name + "  \u00b7 " + remark;
        }
    }

    private ChoicePop(List<Choice> choices, Consumer<Choice> chosen) {
        getStyleClass().add("pl-pop");
        found = new FilteredList<>(FXCollections.observableArrayList(choices));
        list = new ListView<>(found);
        list.setId("choices");
        list.setPrefSize(330, 260);
        list.setCellFactory(view -> new Cell());
        TextField search = new TextField();
        search.setId("choices-search");
        search.setPromptText(Messages.text("filter.searchDimension"));
        search.textProperty().addListener((property, before, now) -> filter(now));
        search.setOnAction(event -> found.stream().findFirst().ifPresent(chosen));
        list.setOnMouseClicked(event -> choose(chosen));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(chosen);
                event.consume();
            }
        });
        getChildren().addAll(search, list);
    }

    /// Shows the names below a control.
    public static void open(Node owner, List<Choice> choices, Consumer<String> chosen) {
        Pop[] pop = new Pop[1];
        pop[0] = Pop.below(owner, new ChoicePop(choices, choice -> {
            pop[0].hide();
            chosen.accept(choice.name());
        }));
    }

    private void filter(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(choice -> choice.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void choose(Consumer<Choice> chosen) {
        Choice selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            chosen.accept(selected);
        }
    }

    private static final class Cell extends ListCell<Choice> {
        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.text());
        }
    }
}
