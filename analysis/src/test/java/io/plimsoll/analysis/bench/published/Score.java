package io.plimsoll.analysis.bench.published;

import org.jspecify.annotations.Nullable;

/// One number that a benchmark gave.
///
/// @param measure what was measured, as `published-peers.csv` calls it
/// @param digits  that are shown behind the point
/// @param least   what it should at least be, or null
/// @param most    what it should at most be, or null
public record Score(String measure, double value, int digits, @Nullable Double least, @Nullable Double most) {
    public static Score plain(String measure, double value, int digits) {
        return new Score(measure, value, digits, null, null);
    }

    public Score atLeast(double bar) {
        return new Score(measure, value, digits, bar, most);
    }

    public Score atMost(double bar) {
        return new Score(measure, value, digits, least, bar);
    }

    /// Whether the bar is kept; without one it always is.
    boolean met() {
        return (least == null || value >= least) && (most == null || value <= most);
    }
}
