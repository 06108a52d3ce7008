package io.plimsoll.analysis.change;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Person;

/// How to commit.
///
/// @param branch    a new branch, or one whose tip is the change set's base and a commit of this workbench
/// @param message   the user's words, put above the table; null for a subject made from the change
/// @param author    also the committer
/// @param overrides guard to reason, on one line
/// @param evidence  what the change rests on
/// @param signOff   add `Signed-off-by`
public record CommitOrder(String branch, @Nullable String message, Person author, Map<String, String> overrides,
        Evidence evidence, boolean signOff) {
    public CommitOrder {
        overrides = Map.copyOf(overrides);
    }
}
