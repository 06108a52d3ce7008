package io.plimsoll.analysis.conformance;

import java.util.Arrays;

/// How strongly a rule asks, in the words of the specification.
public enum Level {
    MUST("MUST"), MUST_NOT("MUST NOT"), RECOMMENDED("RECOMMENDED"), SHOULD("SHOULD"), SHOULD_NOT("SHOULD NOT"),
    MAY("MAY");

    private final String keyword;

    Level(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }

    /// @throws IllegalArgumentException if there is no such keyword
    public static Level of(String keyword) {
        return Arrays.stream(values()).filter(level -> level.keyword.equals(keyword)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No requirement level " + keyword));
    }

    /// Whether who breaks the rule does not conform.
    public boolean mandatory() {
        return this == MUST || this == MUST_NOT;
    }

    /// Whether the rule only permits, so that nothing can break it.
    public boolean permission() {
        return this == MAY;
    }

    /// Whether a part of this level counts in a whole of the other: a recommendation that is not met breaks no MUST.
    public boolean countsIn(Level whole) {
        return mandatory() || !permission() && !whole.mandatory();
    }
}
