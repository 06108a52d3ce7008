package io.plimsoll.analysis.workload.match;

import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.workload.IdentityRule;

/// A workload that something may belong to, and the rule that says so.
record Scored(Draft draft, IdentityRule rule) {
    /// The candidates with the highest score: one is an answer, several are a tie.
    static List<Scored> best(List<Scored> candidates) {
        double top = candidates.stream().mapToDouble(each -> each.rule().score()).max().orElse(0);
        return candidates.stream().filter(each -> each.rule().score() == top)
                .sorted(Comparator.comparing(each -> each.draft().key().toString())).toList();
    }
}
