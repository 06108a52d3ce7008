package io.plimsoll.analysis.anomaly;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What a finding says for itself, from the bill alone.
///
/// @param unitPrice       what a unit cost before and what it costs now; null unless all of it is measured in one unit
/// @param breakdowns      what the difference is made of, each closed in itself; empty if there was nothing before
/// @param counterfactuals what it would have cost at the prices and at the quantities of before
/// @param monthlyExcess   what a month costs more (or less, if negative) if nothing is done: the mean of the last seven days
///                        that count less the mean that was expected, for 365/12 days; of a price change these days' own part over the old
///                        price; null once it is over, and while it is provisional
/// @param sql             for the user's own console
public record Account(@Nullable UnitPrice unitPrice, List<Breakdown> breakdowns, List<Counterfactual> counterfactuals,
        @Nullable Money monthlyExcess, FindingSql sql) {
    public Account {
        breakdowns = List.copyOf(breakdowns);
        counterfactuals = List.copyOf(counterfactuals);
    }
}
