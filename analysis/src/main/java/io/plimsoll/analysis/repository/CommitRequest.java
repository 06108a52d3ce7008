package io.plimsoll.analysis.repository;

import java.time.Instant;
import java.util.Map;

/// A commit to make.
///
/// @param baseCommit id of its parent, which gives all files not named here
/// @param branch     short name
/// @param newBranch  true: the branch must not exist yet. False: it must exist and point to `baseCommit`
/// @param message    whole message; a line break is added at its end if it lacks one
/// @param author     also the committer
/// @param time       whole seconds are kept
/// @param files      path to the whole new content; a file that exists keeps its mode
public record CommitRequest(String baseCommit, String branch, boolean newBranch, String message, Person author,
        Instant time, Map<String, byte[]> files) {
    public CommitRequest {
        files = Map.copyOf(files);
    }
}
