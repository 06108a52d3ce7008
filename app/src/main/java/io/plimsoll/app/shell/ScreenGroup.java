package io.plimsoll.app.shell;

import java.util.Locale;

import io.plimsoll.app.text.Messages;

/// The stages of the loop, as the navigator groups the screens.
public enum ScreenGroup {
    LOOK, DECIDE, CHANGE, TRUST, DATA;

    public String title() {
        return Messages.text("group." + name().toLowerCase(Locale.ROOT));
    }
}
