package io.plimsoll.analysis.repository;

import java.util.List;

/// What a branch has that the others have not, ready to be handed over in a file.
///
/// @param branch  short name
/// @param tip     id of its last commit
/// @param commits ids, the oldest first
/// @param needs   ids of the commits that the receiver must have: the parents that are not handed over
public record Outgoing(String branch, String tip, List<String> commits, List<String> needs) {
    public Outgoing {
        commits = List.copyOf(commits);
        needs = List.copyOf(needs);
    }
}
