package io.plimsoll.analysis.workload;

/// A kind of finding.
///
/// @param id          stable, lower case with hyphens
/// @param explanation what it means, as a sentence
public record FindingKind(String id, String explanation) {}
