package io.plimsoll.analysis.change;

/// What a guard's objection means.
public enum Severity {
    /// No commit without an override and its reason.
    BLOCK,
    /// The commit is made; the objection is shown and written into its message.
    WARN,
    /// For information.
    NOTE
}
