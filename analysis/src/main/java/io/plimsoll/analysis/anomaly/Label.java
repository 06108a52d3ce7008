package io.plimsoll.analysis.anomaly;

import java.util.Arrays;
import java.util.Locale;

import io.plimsoll.analysis.task.StepFailure;

/// What the user thinks of a finding.
public enum Label {
    /// It was planned, or is how things should be.
    EXPECTED,
    /// Nobody needs to hear of this.
    USELESS,
    /// Somebody has to act.
    REAL;

    /// Lower case, as on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws StepFailure UNKNOWN_LABEL
    public static Label of(String text) {
        return Arrays.stream(values()).filter(label -> label.id().equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_LABEL", "There is no label " + text + ".",
                        "Use expected, useless or real."));
    }
}
