package io.plimsoll.analysis.change;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.repository.SignWish;

/// How to commit.
///
/// @param branch    a new branch, or one whose tip is the change set's base and a commit of this workbench
/// @param message   the user's words, put above the table; null for a subject made from the change
/// @param author    also the committer
/// @param overrides guard to reason, on one line
/// @param evidence  what the change rests on
/// @param signOff   add `Signed-off-by`
/// @param split     null for one commit of everything
/// @param sign      null for no signature
public record CommitOrder(String branch, @Nullable String message, Person author, Map<String, String> overrides,
        Evidence evidence, boolean signOff, @Nullable Split split, @Nullable SignWish sign) {
    public CommitOrder {
        overrides = Map.copyOf(overrides);
    }

    /// One commit without a signature.
    public CommitOrder(String branch, @Nullable String message, Person author, Map<String, String> overrides,
            Evidence evidence, boolean signOff) {
        this(branch, message, author, overrides, evidence, signOff, null, null);
    }

    /// One commit for each workload. Its subject is made from its change; the user's words stand below.
    ///
    /// @param savings expected of each workload, where one is known
    public record Split(Map<String, Evidence.Saving> savings) {
        public Split {
            savings = Map.copyOf(savings);
        }
    }

    /// The same for the commit of one workload.
    CommitOrder of(String workload) {
        Evidence.Saving saving = split == null ? evidence.saving() : split.savings().get(workload);
        return new CommitOrder(branch, message, author, overrides, new Evidence(evidence.dataDigest(),
                evidence.window(), evidence.basis(), evidence.scenario(), saving), signOff, split, sign);
    }
}
