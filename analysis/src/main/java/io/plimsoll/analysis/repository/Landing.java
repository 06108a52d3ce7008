package io.plimsoll.analysis.repository;

import java.time.Instant;

/// When a commit came to the branch.
///
/// @param id   40 hexadecimal digits
/// @param time never before that of an older commit of the line
public record Landing(String id, Instant time) {}
