package io.plimsoll.app.control;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// A figure with its name and a remark. A click or Enter does something: opens its provenance, or leads to a screen.
public final class Metric extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Label label = new Label();
    private final Label value = new Label(" ");
    private final Label note = new Label(" ");
    private final HBox valueRow = new HBox(7, value);

    public Metric(String label) {
        getStyleClass().add("pl-metric");
        this.label.setText(label);
        this.label.getStyleClass().add("pl-metric-label");
        value.getStyleClass().add("pl-metric-value");
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("pl-metric-note");
        valueRow.setAlignment(Pos.BASELINE_LEFT);
        setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(this.label, valueRow, note);
    }

    /// @param tone colours the remark, which must say the same in words or with an arrow
    public void show(String shownValue, String remark, Tone tone) {
        value.setText(shownValue);
        note.setText(remark.isEmpty() ? " " : remark);
        tone.on(note);
        setAccessibleText(label.getText() + ": " + shownValue + ". " + remark);
    }

    public void setLabel(String text) {
        label.setText(text);
    }

    /// Puts something small behind the figure: a difference, a pill.
    public Metric withBeside(Node... nodes) {
        valueRow.getChildren().setAll(value);
        valueRow.getChildren().addAll(nodes);
        return this;
    }

    /// Frames it as the chosen one of several.
    public void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Makes it a button.
    public Metric onClick(Runnable action) {
        getStyleClass().add("clickable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> action.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.run();
                event.consume();
            }
        });
        return this;
    }

    /// A click opens where the figure comes from.
    public Metric explainedBy(Provenance provenance, Supplier<ProvenanceInfo> info) {
        setAccessibleHelp(Messages.text("provenance.open", label.getText()));
        return onClick(() -> provenance.open(this, info));
    }
}
