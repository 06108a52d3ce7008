package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.text.Messages;

/// What the user says of the chosen events; none is pressed as long as nothing was said, or not the same of all. A second press takes the
/// label back. The menu beside them has the ways that need more words.
final class JudgementBar extends HBox {
    private final AnomaliesModel model;
    private final Judgement judgement;

    /// @param prefix of the buttons' ids
    JudgementBar(String prefix, AnomaliesModel model, Judgement judgement) {
        this.model = model;
        this.judgement = judgement;
        getStyleClass().add("pl-segments");
        setMinWidth(USE_PREF_SIZE);
        for (Label label : Label.values()) {
            ToggleButton button = new ToggleButton(EventText.label(label));
            button.setId(prefix + "-label-" + label.id());
            button.setUserData(label);
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(Messages.text("anomalies.labelKey." + label.id())));
            button.setOnAction(event -> {
                // Pressed only once it is kept: the answer presses it.
                show();
                judgement.toggle(label);
            });
            getChildren().add(button);
        }
        Button more = new Button("\u2026");
        more.setId(prefix + "-label-more");
        more.getStyleClass().add("pl-small-button");
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText(Messages.text("anomalies.moreLabels"));
        more.setTooltip(new Tooltip(Messages.text("anomalies.moreLabels")));
        more.setOnAction(event -> menu(more).show(more, Side.BOTTOM, 0, 4));
        getChildren().add(more);
        model.chosenProperty().addListener((property, before, now) -> show());
        show();
    }

    private ContextMenu menu(Button owner) {
        MenuItem expected = new MenuItem(Messages.text("anomalies.expectedUntil"));
        expected.setOnAction(event -> UntilPop.open(owner, Label.EXPECTED, model, judgement));
        MenuItem useless = new MenuItem(Messages.text("anomalies.uselessUntil"));
        useless.setOnAction(event -> UntilPop.open(owner, Label.USELESS, model, judgement));
        MenuItem back = new MenuItem(Messages.text("anomalies.takeBack"));
        back.setDisable(model.chosenProperty().get().stream().allMatch(each -> each.label() == null));
        back.setOnAction(event -> judgement.takeBack());
        MenuItem undo = new MenuItem(Messages.text("anomalies.undoLast"));
        undo.setDisable(!judgement.undoableProperty().get());
        undo.setOnAction(event -> judgement.undo());
        return new ContextMenu(expected, useless, back, undo);
    }

    private void show() {
        List<Verdict> chosen = model.chosenProperty().get();
        getChildren().stream().filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .forEach(each -> each.setSelected(!chosen.isEmpty()
                        && chosen.stream().allMatch(verdict -> verdict.label() == each.getUserData())));
    }
}
