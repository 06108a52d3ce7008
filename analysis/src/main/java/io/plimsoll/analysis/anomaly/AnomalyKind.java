package io.plimsoll.analysis.anomaly;

/// What sort of change an episode is.
public enum AnomalyKind {
    /// Up for one or two days, then back.
    SPIKE(Family.RISE, "spike"),
    /// Up for three to six days, then back.
    BURST(Family.RISE, "burst"),
    /// A new level, up or down, that has lasted for at least a week or has not ended yet.
    LEVEL_SHIFT(Family.MOVE, "level shift"),
    /// A slow climb or fall that no single day shows.
    DRIFT(Family.DRIFT, "drift"),
    /// Down, then back.
    DROP(Family.FALL, "drop"),
    /// The unit price moved; the quantity did not.
    PRICE_CHANGE(Family.MOVE, "price change"),
    /// Cost where there was none before.
    NEW_SERVICE(Family.RISE, "new service"),
    /// No cost any more where there was some every day.
    DISAPPEARED(Family.FALL, "disappeared");

    private final Family family;
    private final String title;

    AnomalyKind(Family family, String title) {
        this.family = family;
        this.title = title;
    }

    /// What stays the same while a young episode grows from a spike into a level shift; finding ids are made from it.
    ///
    /// @param up whether cost lies above what was expected
    public String family(boolean up) {
        return switch (family) {
            case DRIFT -> up ? "drift-up" : "drift-down";
            case RISE -> "rise";
            case FALL -> "fall";
            case MOVE -> up ? "rise" : "fall";
        };
    }

    /// In the user's words, lower case.
    public String title() {
        return title;
    }

    private enum Family {
        RISE, FALL, MOVE, DRIFT
    }
}
