package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// Chooses a dimension and some of its values.
final class ConditionEditor extends VBox {
    private final Tasks tasks;
    private final FilterChoices choices;
    private final ComboBox<String> dimension = new ComboBox<>();
    private final TextField search = new TextField();
    private final ListView<String> values = new ListView<>();
    private final CheckBox exclude = new CheckBox(Messages.text("filter.exclude"));
    private final Button apply = new Button(Messages.text("filter.apply"));
    private final Set<String> chosen = new LinkedHashSet<>();

    /// @param edited the condition to change, or null for a new one
    ConditionEditor(Tasks tasks, FilterChoices choices, @Nullable Condition edited, Consumer<Condition> done) {
        this.tasks = tasks;
        this.choices = choices;
        getStyleClass().add("pl-pop");
        dimension.getItems().setAll(choices.dimensions());
        dimension.setConverter(new DimensionNames(choices));
        dimension.setPromptText(Messages.text("filter.dimension"));
        dimension.setMaxWidth(Double.MAX_VALUE);
        search.setPromptText(Messages.text("filter.search"));
        values.setPrefSize(280, 220);
        values.setCellFactory(CheckBoxListCell.forListView(this::tick, new Named()));
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> done
                .accept(new Condition(dimension.getValue(), exclude.isSelected(), new ArrayList<>(chosen))));
        if (edited != null) {
            dimension.setValue(edited.dimension());
            exclude.setSelected(edited.exclude());
            chosen.addAll(edited.values());
        }
        dimension.valueProperty().addListener((property, before, now) -> {
            chosen.clear();
            lookUp();
        });
        search.textProperty().addListener((property, before, now) -> lookUp());
        check();
        lookUp();
        getChildren().addAll(dimension, search, values, exclude, apply);
    }

    private static final class Named extends StringConverter<String> {
        @Override
        public String toString(String value) {
            return Condition.named(value);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }

    private SimpleBooleanProperty tick(String value) {
        SimpleBooleanProperty ticked = new SimpleBooleanProperty(chosen.contains(value));
        ticked.addListener((property, before, now) -> {
            if (now) {
                chosen.add(value);
            } else {
                chosen.remove(value);
            }
            check();
        });
        return ticked;
    }

    private void lookUp() {
        String of = dimension.getValue();
        String containing = search.getText();
        if (of == null) {
            return;
        }
        tasks.latest(this, Messages.text("filter.loadingValues"),
                (progress, cancellation) -> choices.values(of, containing, cancellation), this::show);
    }

    private void show(List<String> found) {
        Set<String> shown = new LinkedHashSet<>(search.getText().isBlank() ? chosen : Set.of());
        shown.addAll(found);
        values.getItems().setAll(shown);
        check();
    }

    private void check() {
        apply.setDisable(dimension.getValue() == null || chosen.isEmpty());
    }
}
