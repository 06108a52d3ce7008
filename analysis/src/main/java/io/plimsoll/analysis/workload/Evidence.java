package io.plimsoll.analysis.workload;

/// Something that speaks for a link, or a candidate that was not taken.
///
/// @param item  what was linked: a resource id, an owner of pods, `file#document`
/// @param taken false for a candidate of a tie
/// @param text  the two names that agree, in words
public record Evidence(Side side, String item, IdentityRule rule, boolean taken, String text) {}
