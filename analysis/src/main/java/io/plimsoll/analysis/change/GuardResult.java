package io.plimsoll.analysis.change;

/// What a guard found.
///
/// @param rule     its name, to be used for an override
/// @param passed   it has no objection
/// @param evidence the numbers that it decided on, as a sentence
public record GuardResult(String rule, Severity severity, boolean passed, String evidence) {
    /// Stands against a commit.
    public boolean blocks() {
        return !passed && severity == Severity.BLOCK;
    }
}
