package io.plimsoll.analysis.anomaly.cause;

/// A workload that may have moved what was measured.
///
/// @param spans where Git decides its cost
/// @param share what part of the slice it made up before the event, 0..1; 1 if that is not known
public record Suspect(Spans spans, double share) {}
