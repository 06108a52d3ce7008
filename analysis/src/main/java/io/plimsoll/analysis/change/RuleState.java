package io.plimsoll.analysis.change;

import java.util.Locale;

/// What the clone's guards file says of a rule.
public enum RuleState {
    /// The rule is not asked.
    OFF,
    /// All its objections are shown and none stands against a commit.
    WARN,
    /// All its objections stand against a commit.
    BLOCK;

    /// As the file writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
