package io.plimsoll.analysis.change;

import java.util.List;

/// What was committed: one commit, or one for each workload.
///
/// @param commits in their order, the last one is the branch's tip
/// @param signed  each carries a signature
/// @param guards  as they stood for all of it, overridden ones included
public record Committed(String branch, List<Made> commits, boolean signed, List<GuardResult> guards) {
    public Committed {
        commits = List.copyOf(commits);
    }

    /// One commit.
    ///
    /// @param message whole
    public record Made(String id, String message) {}

    public List<String> ids() {
        return commits.stream().map(Made::id).toList();
    }

    /// The last commit, which holds all of the change.
    public String commitId() {
        return commits.getLast().id();
    }

    /// Of the last commit, whole.
    public String message() {
        return commits.getLast().message();
    }
}
