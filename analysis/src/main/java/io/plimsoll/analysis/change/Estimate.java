package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Objects;

/// What a proposal was expected to save, as long as all of it stands.
///
/// @param workload as in the intents
/// @param intents  that save it together
record Estimate(String workload, List<Intent> intents, Evidence.Saving saving) {
    Estimate {
        intents = List.copyOf(intents);
        Objects.requireNonNull(saving, "saving");
    }

    boolean standsIn(ChangeSet set) {
        List<Intent> now = set.ticked().stream().filter(intent -> intent.workload().equals(workload)).toList();
        return now.size() == intents.size() && now.containsAll(intents);
    }
}
