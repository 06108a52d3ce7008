package io.plimsoll.analysis.rightsizing;

/// One reason against a change.
///
/// @param code     what sort
/// @param grade    the best grade that the advice can still have
/// @param sentence with the numbers of this workload
public record Objection(Refusal code, Grade grade, String sentence) {}
