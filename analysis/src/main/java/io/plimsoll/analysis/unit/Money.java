package io.plimsoll.analysis.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An amount in one currency. Decimal throughout; two currencies never add.
///
/// @param amount   any scale
/// @param currency ISO 4217 code as the bill spells it
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// @throws IllegalArgumentException if the currencies differ
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /// @throws IllegalArgumentException if the currencies differ
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /// One sum a currency, by its code.
    public static List<Money> sums(Collection<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(each -> sums.merge(each.currency, each, Money::plus));
        return List.copyOf(sums.values());
    }

    /// Rounded half-even, for showing only.
    public Money rounded(int digits) {
        return new Money(amount.setScale(digits, RoundingMode.HALF_EVEN), currency);
    }

    public int signum() {
        return amount.signum();
    }

    /// Plain decimal without an exponent or trailing zeros: the form that JSON carries.
    public String plain() {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't combine " + currency + " with " + other.currency);
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }
}
