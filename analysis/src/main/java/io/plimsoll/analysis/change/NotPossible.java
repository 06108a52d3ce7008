package io.plimsoll.analysis.change;

/// A part of a wanted size that no edit was made for.
///
/// @param code     to search for: NO_MANIFEST, NO_KNOB, NO_REMOVAL, AMBIGUOUS, CONTAINER_UNKNOWN, AUTOSCALER, FLINK_SLOTS, TOO_SMALL,
///                 UNIT, or a `manifest.Refusal`
/// @param sentence why
public record NotPossible(SizePart part, String code, String sentence) {}
