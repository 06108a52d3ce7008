package io.plimsoll.analysis.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// A tag that a workload's objects in Git lack, and the edits that would add it.
///
/// @param workload names it in the intents
/// @param cost     of the map's period, which is 30 days unless the bill is shorter; one amount a currency, empty without a bill
/// @param key      as it shall be written
/// @param value    proposed; null if nothing tells one
/// @param basis    where the value comes from, or why there is none, as a sentence
/// @param intents  insertions into labels, never into selectors; empty if none is possible
/// @param problems why a place that should have the tag gets none, each starting with a code
public record MissingTag(String workload, List<Money> cost, String key, @Nullable String value, String basis,
        List<Intent> intents, List<String> problems) {
    public MissingTag {
        cost = List.copyOf(cost);
        intents = List.copyOf(intents);
        problems = List.copyOf(problems);
    }
}
