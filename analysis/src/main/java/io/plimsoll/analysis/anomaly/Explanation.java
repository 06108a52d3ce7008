package io.plimsoll.analysis.anomaly;

import java.util.List;

/// Why something was flagged: one sentence, and what the difference is made of.
///
/// @param sentence      complete, in the user's words
/// @param contributions parts of the peak day's or episode's cost against the plain level
public record Explanation(String sentence, List<Contribution> contributions) {
    public Explanation {
        contributions = List.copyOf(contributions);
    }

    /// @param name    such as `day of week`, `unit price`, `unexplained`
    /// @param percent relative effect in percent, +81 for a factor of 1.81
    public record Contribution(String name, double percent) {}
}
