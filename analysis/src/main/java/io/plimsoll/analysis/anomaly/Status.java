package io.plimsoll.analysis.anomaly;

import java.util.Locale;

/// Where an event stands after what the user said of it, of others like it, and of how much is to be heard.
public enum Status {
    /// Heard, and waiting for the user's judgement.
    OPEN,
    /// The user said what it is; it is heard only if that was `real`.
    LABELLED,
    /// A label on an earlier event of the same sort covers it.
    MUTED,
    /// It lies inside a planned activity.
    PLANNED,
    /// It weighs too little for the alert budget.
    BELOW;

    /// Lower case, as on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
