package io.plimsoll.analysis.anomaly;

import java.util.List;

import io.plimsoll.analysis.anomaly.Explanation.Contribution;

/// What a change is made of, without a residue.
///
/// @param about   what changed against what, in the user's words
/// @param rule    how the parts make up the whole
/// @param percent the whole change
/// @param parts   never empty
public record Breakdown(String about, Rule rule, double percent, List<Contribution> parts) {
    public Breakdown {
        parts = List.copyOf(parts);
    }

    /// How parts make up the whole.
    public enum Rule {
        /// `(1 + a/100) (1 + b/100) ... = 1 + percent/100`
        MULTIPLY,
        /// `a + b + ... = percent`
        ADD
    }

    /// The parts put together again: always equal to `percent`; stated so that it can be tested.
    public double together() {
        return switch (rule) {
            case ADD -> parts.stream().mapToDouble(Contribution::percent).sum();
            case MULTIPLY -> 100 * parts.stream().mapToDouble(each -> 1 + each.percent() / 100)
                    .reduce(1, (one, other) -> one * other) - 100;
        };
    }
}
