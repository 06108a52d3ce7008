package io.plimsoll.analysis.change;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.repository.SignWish;

/// How to undo a commit.
///
/// @param branch    a branch that holds the commit, or a new one to be started from HEAD; null to choose: the only branch that
///                  holds the commit and is not checked out, else `finops/undo-<id>` from HEAD
/// @param reason    put into the message; may be empty
/// @param overrides guard to reason
/// @param sign      null for no signature
public record UndoOrder(@Nullable String branch, String reason, Person author, Map<String, String> overrides,
        boolean signOff, @Nullable SignWish sign) {
    public UndoOrder {
        overrides = Map.copyOf(overrides);
    }

    /// Without a signature.
    public UndoOrder(@Nullable String branch, String reason, Person author, Map<String, String> overrides,
            boolean signOff) {
        this(branch, reason, author, overrides, signOff, null);
    }
}
