package io.plimsoll.app.control;

import java.util.Locale;

import io.plimsoll.app.text.Messages;

/// Which of FOCUS's four cost columns is looked at.
public enum CostMetric {
    EFFECTIVE, BILLED, LIST, CONTRACTED;

    public String title() {
        return Messages.text("metric." + name().toLowerCase(Locale.ROOT));
    }
}
