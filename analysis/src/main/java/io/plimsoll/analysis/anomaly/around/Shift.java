package io.plimsoll.analysis.anomaly.around;

/// The likeliest change of a measure's level around an event.
///
/// @param before  median level of the days before
/// @param after   median level since, without the usual course of the day
/// @param at      hour on which the new level began, counted from the first hour of the series
/// @param wobbles distance of the two medians in standard errors
/// @param chance  that a measure which did not change shows such a distance somewhere in the days searched; 0..1
public record Shift(double before, double after, int at, double wobbles, double chance) {
    private static final double SMALLEST = 0.1;

    /// Whether the change is of a size worth telling: a tenth of the level before.
    public boolean large() {
        return Math.abs(after - before) > SMALLEST * Math.abs(before);
    }
}
