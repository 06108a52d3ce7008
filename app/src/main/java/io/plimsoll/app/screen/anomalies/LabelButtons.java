package io.plimsoll.app.screen.anomalies;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Label;

/// What the user says of a finding; none is pressed as long as nothing was said.
final class LabelButtons extends HBox {
    private @Nullable Label shown;

    LabelButtons(Consumer<Label> chosen) {
        getStyleClass().add("pl-segments");
        setMinWidth(USE_PREF_SIZE);
        for (Label label : Label.values()) {
            ToggleButton button = new ToggleButton(FindingText.label(label));
            button.setId("anomalies-label-" + label.id());
            button.setUserData(label);
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                // Pressed only once it is kept: the answer presses it.
                show(shown);
                chosen.accept(label);
            });
            getChildren().add(button);
        }
    }

    void show(@Nullable Label label) {
        shown = label;
        getChildren().forEach(each -> ((ToggleButton) each).setSelected(each.getUserData() == label));
    }
}
