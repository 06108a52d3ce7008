package io.plimsoll.analysis.change;

import java.util.List;

/// A commit that was made.
///
/// @param message whole
/// @param guards  as they stood, overridden ones included
public record Committed(String branch, String commitId, String message, List<GuardResult> guards) {}
