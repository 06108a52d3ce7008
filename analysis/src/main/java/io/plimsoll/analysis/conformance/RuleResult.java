package io.plimsoll.analysis.conformance;

import java.util.List;

/// What became of a rule over all files.
///
/// @param id       as the model names it
/// @param level    how strongly it asks
/// @param entity   the column, attribute or dataset that it is about
/// @param function what sort of rule it is: Presence, Type, Format, Nullability, Validation, Composite
/// @param text     the requirement in words
/// @param reason   why it is in its state, and what limits the answer; may be empty
/// @param checked  rows, or headers, of which it asked something; 0 for a rule that is made of others
/// @param failed   those that don't comply. A permission, or one of several ways to comply, can have some and is passed all the same
/// @param samples  the first few of them
/// @param parts    the rules that it is made of
public record RuleResult(String id, Level level, String entity, String function, String text, RuleState state,
        String reason, long checked, long failed, List<SampleRow> samples, List<String> parts) {
    public RuleResult {
        samples = List.copyOf(samples);
        parts = List.copyOf(parts);
    }

    /// The same with a further reason.
    public RuleResult because(String more) {
        return new RuleResult(id, level, entity, function, text, state, reason.isEmpty() ? more : reason + " " + more,
                checked, failed, samples, parts);
    }
}
