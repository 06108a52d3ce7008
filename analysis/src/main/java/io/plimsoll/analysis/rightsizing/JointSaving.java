package io.plimsoll.analysis.rightsizing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What changes in one currency save in a month of 730 h together. What is saved only once, but by each change alone, is the overlap: room
/// left by two changes on one node empties one node, and usage on demand takes over a freed commitment once.
///
/// @param list       at list prices, by what the requests cost
/// @param effective  at the bill's effective rates
/// @param cash       from now on, commitments replayed once for all changes
/// @param cashApart  sum of the cash of each change alone
/// @param cashFrom   when the rest becomes cash, null if nothing is left unused or no end is known
/// @param nodes      at list price, nodes packed once for all changes
/// @param nodesApart sum of the savings on nodes of each change alone
public record JointSaving(Money list, Money effective, Money cash, Money cashApart, @Nullable LocalDate cashFrom,
        Money nodes, Money nodesApart) {
    /// Finer differences are rounding of the amounts.
    private static final int DECIMALS = 9;

    public String currency() {
        return list.currency();
    }

    /// Above 0 where the changes alone seem to save more than together.
    public Money cashOverlap() {
        return cashApart.minus(cash).rounded(DECIMALS);
    }

    /// Above 0 where the changes alone seem to empty more nodes than together; below 0 where only together they empty one.
    public Money nodesOverlap() {
        return nodesApart.minus(nodes).rounded(DECIMALS);
    }
}
