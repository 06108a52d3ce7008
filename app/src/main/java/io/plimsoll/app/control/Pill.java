package io.plimsoll.app.control;

import javafx.scene.control.Label;

import io.plimsoll.app.theme.Tone;

/// A short word or figure on a coloured ground.
public final class Pill extends Label {
    public Pill(String text, Tone tone) {
        super(text);
        getStyleClass().add("pl-pill");
        setMinWidth(USE_PREF_SIZE);
        tone.on(this);
    }

    public void show(String text, Tone tone) {
        setText(text);
        tone.on(this);
    }
}
