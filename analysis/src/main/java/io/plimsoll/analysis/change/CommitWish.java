package io.plimsoll.analysis.change;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What the user says about a commit of the present change set; the rest the desk knows.
///
/// @param branch    as in `CommitOrder`
/// @param message   the user's words; null for a subject made from the change
/// @param overrides guard to reason, on one line
/// @param saving    expected of the ticked intents; null to leave it out
/// @param basis     how the values were arrived at, as a sentence; may be empty
/// @param signOff   add `Signed-off-by`
public record CommitWish(String branch, @Nullable String message, Map<String, String> overrides,
        Evidence.@Nullable Saving saving, String basis, boolean signOff) {
    public CommitWish {
        overrides = Map.copyOf(overrides);
    }

    /// Without overrides, saving and words of one's own.
    public static CommitWish on(String branch) {
        return new CommitWish(branch, null, Map.of(), null, "", false);
    }

    /// The same with what may be absent as an `Optional`.
    public static CommitWish of(String branch, Optional<String> message, Map<String, String> overrides,
            Optional<Evidence.Saving> saving, boolean signOff) {
        return new CommitWish(branch, message.orElse(null), overrides, saving.orElse(null), "", signOff);
    }

    public CommitWish overriding(Map<String, String> reasons) {
        return new CommitWish(branch, message, reasons, saving, basis, signOff);
    }
}
