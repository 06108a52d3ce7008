package io.plimsoll.analysis.rightsizing;

/// A size of interest beside the frontier.
///
/// @param name id of the strategy; empty for the others
public record FrontierMark(Kind kind, String name, FrontierPoint point) {
    /// Whose size it is.
    public enum Kind {
        /// What is set.
        NOW,
        /// What the advice proposes.
        PROPOSED,
        /// What a strategy would set.
        STRATEGY
    }
}
