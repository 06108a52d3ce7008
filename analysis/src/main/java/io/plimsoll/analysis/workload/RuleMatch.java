package io.plimsoll.analysis.workload;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// What a user's rule matches of what is loaded.
///
/// @param items    how many resources, series or documents
/// @param cost     of resources, over the last 30 complete days, one amount a currency
/// @param all      the same of all resources, to hold `cost` against
/// @param examples `item → workload`, at most twenty
public record RuleMatch(JoinRule rule, int items, List<Money> cost, List<Money> all, List<String> examples) {
    public RuleMatch {
        cost = List.copyOf(cost);
        all = List.copyOf(all);
        examples = List.copyOf(examples);
    }
}
