package io.plimsoll.analysis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What the proposals in a change set were expected to save. Immutable.
record Estimates(List<Estimate> all) {
    static final Estimates NONE = new Estimates(List.of());

    Estimates {
        all = List.copyOf(all);
    }

    Estimates with(String workload, List<Intent> intents, Evidence.@Nullable Saving saving) {
        List<Estimate> changed = new ArrayList<>(all);
        changed.removeIf(each -> each.workload().equals(workload));
        if (saving != null && !intents.isEmpty()) {
            changed.add(new Estimate(workload, intents, saving));
        }
        return new Estimates(changed);
    }

    /// Those that stand hold with further intents too; both forms are kept, since the intents may be taken out again.
    Estimates including(ChangeSet set, List<Intent> added) {
        List<Estimate> more = new ArrayList<>(all);
        for (Estimate each : all) {
            List<Intent> own = added.stream()
                    .filter(intent -> intent.workload().equals(each.workload()) && !intent.setsTag()).toList();
            if (!own.isEmpty() && each.standsIn(set)) {
                List<Intent> intents = new ArrayList<>(each.intents());
                intents.addAll(own);
                more.add(new Estimate(each.workload(), intents, each.saving()));
            }
        }
        return new Estimates(more);
    }

    /// The sum; empty if a workload of the ticked intents has none that still holds, or if two are in different currencies: a part
    /// of the sum would be a wrong number. An interval is given if all have one.
    Optional<Evidence.Saving> sum(ChangeSet set) {
        Set<String> workloads = set.ticked().stream().filter(intent -> !intent.setsTag()).map(Intent::workload)
                .collect(Collectors.toSet());
        List<Evidence.Saving> savings = all.stream()
                .filter(each -> workloads.contains(each.workload()) && each.standsIn(set)).map(Estimate::saving)
                .toList();
        boolean oneCurrency = savings.stream().map(each -> each.perMonth().currency()).distinct().count() == 1;
        return savings.size() == workloads.size() && oneCurrency
                ? savings.stream().reduce(Estimates::plus)
                : Optional.empty();
    }

    /// What is expected of each workload of the ticked intents, where all of its proposal stands.
    Map<String, Evidence.Saving> byWorkload(ChangeSet set) {
        return all.stream().filter(each -> each.standsIn(set))
                .collect(Collectors.toMap(Estimate::workload, Estimate::saving, (first, second) -> second));
    }

    private static Evidence.Saving plus(Evidence.Saving one, Evidence.Saving other) {
        return new Evidence.Saving(one.perMonth().plus(other.perMonth()), plus(one.low(), other.low()),
                plus(one.high(), other.high()));
    }

    private static @Nullable Money plus(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null ? null : one.plus(other);
    }
}
