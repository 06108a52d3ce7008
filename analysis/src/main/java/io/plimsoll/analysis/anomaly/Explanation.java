package io.plimsoll.analysis.anomaly;

import java.util.List;
import java.util.Set;

/// Why something was flagged: one sentence, and what the difference is made of.
///
/// @param sentence      complete, in the user's words
/// @param contributions of a finding of the bill: `OF_A_DAY`, which multiply to the peak day's cost over the level that it was expected
///                      to have without weekday and day of the month; then the impact over what all its days were expected to cost
public record Explanation(String sentence, List<Contribution> contributions) {
    public static final String WEEKDAY = "day of week";
    public static final String MONTH_DAY = "day of month";
    /// The peak day's cost over what was expected of it.
    public static final String EVENT = "the event";
    public static final Set<String> OF_A_DAY = Set.of(WEEKDAY, MONTH_DAY, EVENT);

    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /// @param name    such as `day of week`, `unit price`
    /// @param percent relative effect in percent, +81 for a factor of 1.81
    public record Contribution(String name, double percent) {}
}
