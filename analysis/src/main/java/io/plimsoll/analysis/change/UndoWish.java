package io.plimsoll.analysis.change;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.SignWish;

/// What the user says about taking a commit back; the author is the clone's.
///
/// @param branch    as in `UndoOrder`
/// @param reason    put into the message; may be empty
/// @param overrides guard to reason
/// @param sign      null for no signature
public record UndoWish(@Nullable String branch, String reason, Map<String, String> overrides, boolean signOff,
        @Nullable SignWish sign) {
    public UndoWish {
        overrides = Map.copyOf(overrides);
    }

    /// Without a signature.
    public UndoWish(@Nullable String branch, String reason, Map<String, String> overrides, boolean signOff) {
        this(branch, reason, overrides, signOff, null);
    }

    /// On the branch that holds the commit.
    public static UndoWish because(String reason) {
        return new UndoWish(null, reason, Map.of(), false);
    }
}
