package io.plimsoll.analysis.change;

import java.util.List;

/// What a guard found.
///
/// @param rule          its name, to be used for an override
/// @param passed        it has no objection
/// @param evidence      the file, the value and the numbers that it decided on, as a sentence
/// @param overridable   a reason can overrule it
/// @param file          that it looked at; empty for the change as a whole
/// @param namespace     of the object that it looked at, as written; empty if it is not
/// @param compensations further edits that would answer the objection, to be added by `ChangeDesk.compensate`; empty if there are
///                      none
public record GuardResult(String rule, Severity severity, boolean passed, String evidence, boolean overridable,
        String file, String namespace, List<Intent> compensations) {
    public GuardResult {
        compensations = List.copyOf(compensations);
    }

    /// Stands against a commit.
    public boolean blocks() {
        return !passed && severity == Severity.BLOCK;
    }

    public GuardResult offering(List<Intent> edits) {
        return new GuardResult(rule, severity, passed, evidence, overridable, file, namespace, edits);
    }

    /// The same finding where the clone says what it means.
    public GuardResult as(Severity other) {
        return new GuardResult(rule, other, passed, evidence, overridable, file, namespace, compensations);
    }
}
