package io.plimsoll.analysis.change;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// The commit that a change set was made against, and how it stands to the clone.
///
/// @param commitId 40 hexadecimal digits
/// @param time     of that commit
/// @param branch   that is checked out, null when HEAD is detached
/// @param moved    HEAD is another commit by now, and the base is not the tip of a remote-tracking branch that goes on from HEAD:
///                 `ChangeDesk.rebase`
public record DeskBase(String commitId, Instant time, @Nullable String branch, boolean moved) {}
