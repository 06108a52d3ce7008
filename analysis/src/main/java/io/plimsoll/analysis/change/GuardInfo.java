package io.plimsoll.analysis.change;

/// A guard, for a list of them.
///
/// @param rule          its name, to be used for an override
/// @param explanation   what it looks at and why
/// @param overridable   a reason can overrule it
/// @param appliesToUndo it also stands against going back
public record GuardInfo(String rule, String explanation, boolean overridable, boolean appliesToUndo) {}
