package io.plimsoll.analysis.repository;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What is checked out.
///
/// @param branch   short name, null when HEAD is detached
/// @param commitId 40 hexadecimal digits
/// @param time     committer time of that commit
public record Head(@Nullable String branch, String commitId, Instant time) {}
