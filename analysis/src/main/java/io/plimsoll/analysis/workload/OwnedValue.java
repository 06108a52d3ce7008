package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;

/// A value of a workload in one of the places that set it, and whether it takes effect there.
///
/// @param workload that it is a value of
/// @param role     of the document that it stands in
/// @param shadow   the place that sets the same value later; null if this one takes effect
/// @param sharers  how many workloads have a say of this very place, this one included
public record OwnedValue(DeclaredWorkload workload, PlacedKnob placed, ManifestPlace.Role role, 
        @Nullable PlacedKnob shadow, int sharers) {
    /// Whether an edit here would change what runs.
    public boolean takesEffect() {
        return shadow == null;
    }

    /// All values of all workloads, each workload's in the order of its documents: what takes effect and what is shadowed. Where a document sets a
    /// field of one container more than once, as a chart with several components does, each of them takes effect.
    ///
    /// @param knobs with their lines
    public static List<OwnedValue> of(ManifestIndex manifests, List<PlacedKnob> knobs) {
        Map<Knob, PlacedKnob> lines = new HashMap<>();
        knobs.forEach(placed -> lines.put(placed.knob(), placed));
        Map<Knob, Integer> sharers = new HashMap<>();
        manifests.workloads().forEach(workload -> distinct(workload)
                .forEach(knob -> sharers.merge(knob, 1, Integer::sum)));
        List<OwnedValue> values = new ArrayList<>();
        manifests.workloads().forEach(workload -> values.addAll(of(workload, lines, sharers)));
        return values;
    }

    private static Set<Knob> distinct(DeclaredWorkload workload) {
        Set<Knob> knobs = new HashSet<>();
        workload.places().forEach(place -> knobs.addAll(place.knobs()));
        return knobs;
    }

    private static List<OwnedValue> of(DeclaredWorkload workload, Map<Knob, PlacedKnob> lines,
            Map<Knob, Integer> sharers) {
        Map<List<String>, Knob> strongest = new HashMap<>();
        Map<List<String>, ManifestPlace> winner = new HashMap<>();
        for (ManifestPlace place : workload.weakestFirst()) {
            for (Knob knob : place.knobs()) {
                if (winner.put(key(knob), place) != place) {
                    strongest.put(key(knob), knob);
                }
            }
        }
        Map<Knob, OwnedValue> values = new LinkedHashMap<>();
        for (ManifestPlace place : workload.places()) {
            for (Knob knob : place.knobs()) {
                ManifestPlace wins = winner.get(key(knob));
                Knob over = wins == null || wins.equals(place) ? null : strongest.get(key(knob));
                values.putIfAbsent(knob, new OwnedValue(workload, placed(knob, lines), place.role(),
                        over == null || over.equals(knob) ? null : placed(over, lines),
                        sharers.getOrDefault(knob, 1)));
            }
        }
        return List.copyOf(values.values());
    }

    /// A kustomization names the workload where others name the container.
    private static List<String> key(Knob knob) {
        return List.of(knob.field(), knob.kind().equals("Kustomization") ? "" : knob.container());
    }

    private static PlacedKnob placed(Knob knob, Map<Knob, PlacedKnob> lines) {
        return lines.getOrDefault(knob, new PlacedKnob(knob, 0));
    }
}
