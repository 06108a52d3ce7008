package io.plimsoll.analysis.quality;

import java.util.Locale;

/// What can be wrong with loaded data.
public enum QualityCheck {
    MISSING("missing day"), VOLUME("volume"), DUPLICATES("duplicates"), NULLS("nulls"), UNITS("unit"), STALE("stale"),
    SILENCE(
            "silence"),
    THIN("gaps"), REJECTED("rejected");

    private final String title;

    QualityCheck(String title) {
        this.title = title;
    }

    /// Lower case, as on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// In the user's words, lower case.
    public String title() {
        return title;
    }
}
