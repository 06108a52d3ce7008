package io.plimsoll.analysis.change.guard;

import java.util.List;

import io.plimsoll.analysis.change.GuardResult;

/// Looks at a change before it is committed. Stateless; the caller runs it.
public interface GuardRule {
    /// Lower case with dashes; never changes, since overrides in old commits name it.
    String id();

    /// What it looks at and why, as a sentence for the user.
    String explanation();

    /// One result for each thing looked at; none if there was nothing to look at.
    List<GuardResult> check(GuardInput input);

    /// Whether a reason can overrule it.
    default boolean overridable() {
        return true;
    }

    /// Whether it also stands against going back to a value that was in force before.
    default boolean appliesToUndo() {
        return false;
    }
}
