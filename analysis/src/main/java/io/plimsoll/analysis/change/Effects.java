package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.rightsizing.SizeEffect;

/// What the edits of a change set do to the cost and the risk of their workloads. The effects of single edits don't add up:
/// replicas multiply sizes.
///
/// @param edits      those whose effect is known, each as if it were the only one
/// @param byWorkload all ticked edits of a workload together, by its word in the intents
public record Effects(List<Edit> edits, Map<String, SizeEffect> byWorkload) {
    public static final Effects NONE = new Effects(List.of(), Map.of());

    public Effects {
        edits = List.copyOf(edits);
        byWorkload = Map.copyOf(byWorkload);
    }

    /// One edit alone.
    public record Edit(Intent intent, SizeEffect effect) {}

    public Optional<SizeEffect> of(Intent intent) {
        return edits.stream().filter(each -> each.intent().equals(intent)).map(Edit::effect).findFirst();
    }
}
