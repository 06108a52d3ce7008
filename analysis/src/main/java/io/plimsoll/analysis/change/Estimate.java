package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Objects;

/// What a proposal was expected to save, as long as all of it stands. Tags beside it cost nothing and change nothing of that.
///
/// @param workload as in the intents
/// @param intents  that save it together
record Estimate(String workload, List<Intent> intents, Evidence.Saving saving) {
    Estimate {
        intents = List.copyOf(intents);
        Objects.requireNonNull(saving, "saving");
    }

    boolean standsIn(ChangeSet set) {
        List<Intent> now = set.ticked().stream()
                .filter(intent -> intent.workload().equals(workload) && !intent.setsTag()).toList();
        List<Intent> sizes = intents.stream().filter(intent -> !intent.setsTag()).toList();
        return now.size() == sizes.size() && now.containsAll(sizes);
    }
}
