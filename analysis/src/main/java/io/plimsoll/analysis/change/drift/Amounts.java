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
        Optional<BigDecimal> amount = grammar.read(one);
        Optional<BigDecimal> otherAmount = otherGrammar.read(other);
        return amount.isPresent() && otherAmount.isPresent()
                ? amount.get().compareTo(otherAmount.get()) == 0
                : one.strip().equals(other.strip());
    }
}
