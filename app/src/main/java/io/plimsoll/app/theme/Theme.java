package io.plimsoll.app.theme;

import javafx.application.Application;

/// Light or dark. The whole look is one user agent stylesheet, so every window, dialog and popup follows at once.
public enum Theme {
    LIGHT("light"), DARK("dark");

    private final String file;

    Theme(String file) {
        this.file = file;
    }

    /// Makes this the look of every open and future window. On the FX thread.
    public void apply() {
        Fonts.load();
        Application.setUserAgentStylesheet(Theme.class.getResource(file + ".css").toExternalForm());
    }

    /// For the root of a ControlsFX `PopOver`, whose own sheet would win over the look of everything else.
    public static String popOverStylesheet() {
        return Theme.class.getResource("popover.css").toExternalForm();
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
