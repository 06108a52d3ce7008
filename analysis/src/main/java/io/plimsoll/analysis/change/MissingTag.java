package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

/// A tag that a workload's objects in Git lack, and the edits that would add it.
///
/// @param workload names it in the intents
/// @param cost     of the map's period, which is 30 days unless the bill is shorter; one amount a currency, empty without a bill
/// @param key      as it shall be written
/// @param value    proposed; null if nothing tells one
/// @param basis    where the value comes from, or why there is none, as a sentence
/// @param places   where it would be inserted: into labels, never into selectors; their new value is empty while there is none.
///                 Empty if there is no place
/// @param problems why a place that should have the tag gets none, each starting with a code
public record MissingTag(String workload, List<Money> cost, String key, @Nullable String value, String basis,
        List<Intent> places, List<String> problems) {
    public MissingTag {
        cost = List.copyOf(cost);
        places = List.copyOf(places);
        problems = List.copyOf(problems);
    }

    /// The edits that add it; none without a value.
    public List<Intent> intents() {
        return value == null ? List.of() : places;
    }

    /// The same with a value that the user gives.
    ///
    /// @throws StepFailure LABEL
    public MissingTag with(String given) {
        String checked = new WantedTag(key, given).key();
        List<Intent> filled = places.stream().map(each -> new Intent(each.file(), each.document(), each.path(), null,
                given, each.workload())).toList();
        return new MissingTag(workload, cost, checked, given, "As given.", filled, problems);
    }

    /// The edits of several tags, each place once.
    ///
    /// @throws StepFailure SHARED, where workloads that share a place want different values
    public static List<Intent> edits(Collection<MissingTag> tags) {
        Map<String, Intent> byPlace = new LinkedHashMap<>();
        for (MissingTag tag : tags) {
            for (Intent intent : tag.intents()) {
                Intent before = byPlace.putIfAbsent(intent.place(), intent);
                if (before != null && !before.newValue().equals(intent.newValue())) {
                    throw StepFailure.refused("SHARED",
                            intent.file() + " is shared by " + before.workload() + " and " + tag.workload() + ", but "
                                    + tag.key() + " is to be " + before.newValue() + " and " + intent.newValue() + ".",
                            "Give both the same value, or leave one out.");
                }
            }
        }
        return new ArrayList<>(byPlace.values());
    }
}
