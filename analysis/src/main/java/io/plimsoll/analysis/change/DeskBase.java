package io.plimsoll.analysis.change;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Head;

/// The commit that a change set was made against, and how it stands to the clone.
///
/// @param commitId 40 hexadecimal digits
/// @param time     of that commit
/// @param branch   that is checked out, null when HEAD is detached
/// @param moved    HEAD is another commit by now, and the base is not the tip of a remote-tracking branch that goes on from HEAD:
///                 `ChangeDesk.rebase`
public record DeskBase(String commitId, Instant time, @Nullable String branch, boolean moved) {
    static DeskBase of(GitRepository repository, String base) {
        Head head = repository.head();
        boolean fetched = repository.branches().stream()
                .anyMatch(branch -> branch.remote() && branch.commitId().equals(base))
                && repository.contains(base, head.commitId());
        return new DeskBase(base, repository.describe(base).time(), head.branch(),
                !head.commitId().equals(base) && !fetched);
    }
}
