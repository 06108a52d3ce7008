package io.plimsoll.analysis.change.drift;

import java.math.BigDecimal;
import java.util.Optional;

import io.plimsoll.analysis.manifest.UnitGrammar;

/// Compares values as quantities: `1000m` is `1`, `1Gi` is `1024Mi`.
final class Amounts {
    private Amounts() {
    }

    /// Two Kubernetes quantities, or two texts.
    static boolean same(String one, String other) {
        return same(UnitGrammar.KUBERNETES, one, UnitGrammar.KUBERNETES, other);
    }

    /// Each is read in its own grammar; where one of them can't be, they are the same if their texts are.
    static boolean same(UnitGrammar grammar, String one, UnitGrammar otherGrammar, String other) {
        Optional<BigDecimal> amount = amount(grammar, one);
        Optional<BigDecimal> otherAmount = amount(otherGrammar, other);
        return amount.isPresent() && otherAmount.isPresent()
                ? amount.get().compareTo(otherAmount.get()) == 0
                : one.strip().equals(other.strip());
    }

    /// Empty for text, and for what is not of the grammar.
    static Optional<BigDecimal> amount(UnitGrammar grammar, String text) {
        return grammar.reads(text) ? Optional.of(grammar.amount(text)) : Optional.empty();
    }
}
