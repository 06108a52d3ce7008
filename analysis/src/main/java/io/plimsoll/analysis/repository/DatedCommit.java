package io.plimsoll.analysis.repository;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A commit of a clone that is built from a script.
///
/// @param files path to its new content; empty deletes the file
public record DatedCommit(Instant time, Person author, String message, Map<String, Optional<byte[]>> files) {}
