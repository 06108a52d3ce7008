package io.plimsoll.analysis.rightsizing;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What a change saves in a month of 730 h, three ways. Below 0 if it costs more.
///
/// @param list        at list prices on demand
/// @param effective   at the bill's effective rates, commitments spread over what uses them
/// @param cash        that is no longer paid from now on: what a commitment was paid for goes on costing until it ends, unless other
///                    usage on demand takes its place
/// @param cashFrom    when the rest of `effective` becomes cash: the last end of the commitments that are left unused; null if nothing is
///                    left unused, or if the bill tells no end
/// @param commitments that the workload uses, with what becomes of them
/// @param notes       the formula with its numbers and what else to know, in sentences
public record Savings(Money list, Money effective, Money cash, @Nullable LocalDate cashFrom,
        List<CommitmentEffect> commitments, List<String> notes) {
    public Savings {
        commitments = List.copyOf(commitments);
        notes = List.copyOf(notes);
    }

    /// Effective saving that is not cash yet.
    public Money stranded() {
        return commitments.stream().map(CommitmentEffect::stranded).reduce(Money.zero(list.currency()), Money::plus);
    }
}
