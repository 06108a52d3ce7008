package io.plimsoll.analysis.workspace;

/// What a staging job may use.
///
/// @param memoryBytes for the child's engine
public record StagingLimits(long memoryBytes) {}
