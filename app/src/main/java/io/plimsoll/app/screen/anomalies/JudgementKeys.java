package io.plimsoll.app.screen.anomalies;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import io.plimsoll.analysis.anomaly.Label;

/// E, U and R say what the chosen events are, Delete takes it back, Ctrl+Z undoes; not while something is written or chosen from a list of words.
final class JudgementKeys {
    private final Judgement judgement;

    JudgementKeys(Judgement judgement) {
        this.judgement = judgement;
    }

    void install(Node view) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ComboBoxBase<?>) {
            return;
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        if (event.isShortcutDown() && !event.isShiftDown() && code == KeyCode.Z) {
            judgement.undo();
        } else if (plain && code == KeyCode.E) {
            judgement.toggle(Label.EXPECTED);
        } else if (plain && code == KeyCode.U) {
            judgement.toggle(Label.USELESS);
        } else if (plain && code == KeyCode.R) {
            judgement.toggle(Label.REAL);
        } else if (plain && code == KeyCode.DELETE) {
            judgement.takeBack();
        } else {
            return;
        }
        event.consume();
    }
}
