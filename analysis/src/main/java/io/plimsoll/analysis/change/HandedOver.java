package io.plimsoll.analysis.change;

import java.nio.file.Path;

import io.plimsoll.analysis.repository.Outgoing;

/// Commits that were written into a file for someone else.
///
/// @param outgoing what the file holds, and what its receiver must have
public record HandedOver(Path file, Outgoing outgoing) {}
