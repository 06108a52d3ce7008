package io.plimsoll.analysis.change;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.SignWish;

/// What the user says about a commit of the present change set; the rest the desk knows.
///
/// @param branch      as in `CommitOrder`
/// @param message     the user's words; null for a subject made from the change
/// @param overrides   guard to reason, on one line
/// @param saving      expected of the ticked intents; null to leave money out
/// @param basis       how the values were arrived at, as a sentence; may be empty
/// @param signOff     add `Signed-off-by`
/// @param perWorkload one commit for each workload, all or none
/// @param sign        null for no signature
public record CommitWish(String branch, @Nullable String message, Map<String, String> overrides,
        Evidence.@Nullable Saving saving, String basis, boolean signOff, boolean perWorkload,
        @Nullable SignWish sign) {
    public CommitWish {
        overrides = Map.copyOf(overrides);
    }

    /// One commit without a signature.
    public CommitWish(String branch, @Nullable String message, Map<String, String> overrides,
            Evidence.@Nullable Saving saving, String basis, boolean signOff) {
        this(branch, message, overrides, saving, basis, signOff, false, null);
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
        return new CommitWish(branch, message, reasons, saving, basis, signOff, perWorkload, sign);
    }

    /// One commit for each workload.
    public CommitWish split() {
        return new CommitWish(branch, message, overrides, saving, basis, signOff, true, sign);
    }

    public CommitWish signed(SignWish key) {
        return new CommitWish(branch, message, overrides, saving, basis, signOff, perWorkload, key);
    }

    CommitWish withoutSignOff() {
        return new CommitWish(branch, message, overrides, saving, basis, false, perWorkload, sign);
    }
}
