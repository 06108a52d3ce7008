package io.plimsoll.analysis.change;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What the user says about taking a commit back; the author is the clone's.
///
/// @param branch    as in `UndoOrder`
/// @param reason    put into the message; may be empty
/// @param overrides guard to reason
public record UndoWish(@Nullable String branch, String reason, Map<String, String> overrides, boolean signOff) {
    public UndoWish {
        overrides = Map.copyOf(overrides);
    }

    /// On the branch that holds the commit.
    public static UndoWish because(String reason) {
        return new UndoWish(null, reason, Map.of(), false);
    }
}
