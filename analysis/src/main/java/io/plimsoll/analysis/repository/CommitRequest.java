package io.plimsoll.analysis.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.plumbing.BranchRules;

/// One commit to make, or several that follow each other on one branch.
///
/// @param baseCommit id of the first one's parent, which gives all files not named
/// @param branch     short name
/// @param newBranch  true: the branch must not exist yet. False: it must exist and point to `baseCommit`
/// @param steps      at least one, in the order of the commits
/// @param author     also the committer
/// @param time       whole seconds are kept; the same for all
/// @param signer     null for unsigned commits
/// @throws io.plimsoll.analysis.task.StepFailure BRANCH_NAME
public record CommitRequest(String baseCommit, String branch, boolean newBranch, List<Step> steps, Person author,
        Instant time, @Nullable CommitSigner signer) {
    public CommitRequest {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no step");
        }
        BranchRules.checkName(branch);
    }

    /// One unsigned commit.
    public CommitRequest(String baseCommit, String branch, boolean newBranch, String message, Person author,
            Instant time, Map<String, byte[]> files) {
        this(baseCommit, branch, newBranch, List.of(new Step(message, files)), author, time, null);
    }

    /// One of the commits.
    ///
    /// @param message whole; a line break is added at its end if it lacks one
    /// @param files   path to the whole new content; a file that exists keeps its mode
    public record Step(String message, Map<String, byte[]> files) {
        public Step {
            files = Map.copyOf(files);
        }
    }
}
