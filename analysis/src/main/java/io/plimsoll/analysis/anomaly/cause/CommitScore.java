package io.plimsoll.analysis.anomaly.cause;

/// How likely a commit is behind an event.
///
/// @param id       full hash
/// @param score    0..1; below 0.2 there is no reason to look
/// @param sentence such as `rose 38 % within a day of 9f31c2a: memory 4Gi to 16Gi`
public record CommitScore(String id, double score, String sentence) {}
