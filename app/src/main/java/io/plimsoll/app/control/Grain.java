package io.plimsoll.app.control;

import java.util.Locale;

import io.plimsoll.app.text.Messages;

/// How long a step of a time axis is.
public enum Grain {
    DAILY, WEEKLY, MONTHLY, QUARTERLY, YEARLY;

    public String title() {
        return Messages.text("grain." + name().toLowerCase(Locale.ROOT));
    }
}
