package io.plimsoll.app.control;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// One of a few, side by side; exactly one is always chosen.
public final class Segments<T> extends HBox {
    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    /// @param choices not empty; the first one is chosen
    public Segments(List<T> choices, Function<T, String> title) {
        getStyleClass().add("pl-segments");
        value = new SimpleObjectProperty<>(this, "value", choices.getFirst());
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                value.set(choice);
                select(choice);
            });
            getChildren().add(button);
        }
        value.addListener((property, before, now) -> select(now));
        select(value.get());
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    private void select(T choice) {
        group.getToggles().stream().filter(toggle -> choice.equals(toggle.getUserData())).findFirst()
                .ifPresent(group::selectToggle);
    }
}
