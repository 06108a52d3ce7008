package io.plimsoll.app.theme;

import java.util.Arrays;
import java.util.Locale;

import javafx.scene.Node;

/// What a colour says. Never the only signal: the text beside it says the same.
public enum Tone {
    NEUTRAL, ACCENT, GOOD, WARN, BAD;

    /// Puts this tone's style class on `node` and takes the others off.
    public void on(Node node) {
        Arrays.stream(values()).forEach(tone -> node.getStyleClass().remove(tone.styleClass()));
        node.getStyleClass().add(styleClass());
    }

    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
