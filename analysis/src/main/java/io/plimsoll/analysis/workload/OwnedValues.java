package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// Who owns the values of workloads. Pure, safe from any thread.
public final class OwnedValues {
    private static final Set<String> KUSTOMIZATIONS = Set.of("kustomization.yaml", "kustomization.yml",
            "Kustomization");

    private OwnedValues() {
    }

    /// Each deployed value with the place that wrote it last and those that lose, as the builds of the clone make them; of workloads that no
    /// build makes, as `declared` says.
    ///
    /// @param overview of the clone
    public static List<OwnedValue> traced(RepositoryOverview overview, Cancellation cancellation) {
        FieldOwners owners = overview.manifests().owners();
        Map<Knob, PlacedKnob> lines = lines(overview.knobs());
        Set<List<String>> objects = new HashSet<>();
        List<OwnedValue> values = new ArrayList<>();
        for (OwnedField field : owners.trace(cancellation).fields()) {
            cancellation.check();
            objects.add(List.of(field.kind(), field.name(), field.namespace()));
            PlacedKnob winner = placed(owners, field, field.origin(), lines);
            values.add(value(field, winner, null, field.sharedBy()));
            field.shadowed().forEach(origin -> values.add(
                    value(field, placed(owners, field, origin, lines), winner, List.of())));
        }
        values.addAll(declared(overview.manifests().workloads().stream()
                .filter(each -> !objects.contains(List.of(each.kind(), each.name(), each.namespace()))
                        && !objects.contains(List.of(each.kind(), each.name(), "")))
                .toList(), overview.knobs()));
        return values;
    }

    private static PlacedKnob placed(FieldOwners owners, OwnedField field, Origin origin, Map<Knob, PlacedKnob> lines) {
        Knob knob = owners.knob(field, origin);
        return lines.getOrDefault(knob, new PlacedKnob(knob, origin.line()));
    }

    private static OwnedValue value(OwnedField field, PlacedKnob placed, @Nullable PlacedKnob shadow,
            List<String> sharedBy) {
        String title = field.namespace().isEmpty() ? field.name() : field.namespace() + "/" + field.name();
        return new OwnedValue(title, field.root(), placed, role(placed), shadow, sharedBy, field.note());
    }

    /// A kustomization need not say its kind; its file's name tells.
    private static Role role(PlacedKnob placed) {
        String file = placed.knob().file();
        if (KUSTOMIZATIONS.contains(file.substring(file.lastIndexOf('/') + 1))) {
            return Role.KUSTOMIZATION;
        }
        return switch (placed.knob().kind()) {
            case "HelmValues" -> Role.VALUES_FILE;
            case "Application", "ApplicationSet", "HelmRelease" -> Role.INLINE_VALUES;
            default -> file.contains("/templates/") ? Role.TEMPLATE : Role.OBJECT;
        };
    }

    private static Map<Knob, PlacedKnob> lines(List<PlacedKnob> knobs) {
        Map<Knob, PlacedKnob> lines = new HashMap<>();
        knobs.forEach(placed -> lines.put(placed.knob(), placed));
        return lines;
    }

    /// As the order of the documents tells: of each workload in turn, what takes effect and what is shadowed. Where a document sets a
    /// field of one container more than once, as a chart with several components does, each of them takes effect.
    ///
    /// @param knobs with their lines
    public static List<OwnedValue> declared(List<DeclaredWorkload> workloads, List<PlacedKnob> knobs) {
        Map<Knob, PlacedKnob> lines = lines(knobs);
        Map<Knob, Set<String>> sharers = new HashMap<>();
        workloads.forEach(workload -> workload.places().forEach(place -> place.knobs()
                .forEach(knob -> sharers.computeIfAbsent(knob, each -> new TreeSet<>()).add(title(workload)))));
        List<OwnedValue> values = new ArrayList<>();
        workloads.forEach(workload -> values.addAll(declared(workload, lines, sharers)));
        return values;
    }

    private static List<OwnedValue> declared(DeclaredWorkload workload, Map<Knob, PlacedKnob> lines,
            Map<Knob, Set<String>> sharers) {
        Map<List<String>, ManifestPlace> winner = new HashMap<>();
        Map<List<String>, Knob> strongest = new HashMap<>();
        for (ManifestPlace place : workload.weakestFirst()) {
            for (Knob knob : place.knobs()) {
                if (winner.put(key(place, knob), place) != place) {
                    strongest.put(key(place, knob), knob);
                }
            }
        }
        List<OwnedValue> values = new ArrayList<>();
        Set<Knob> said = new HashSet<>();
        for (ManifestPlace place : workload.places()) {
            for (Knob knob : place.knobs()) {
                ManifestPlace wins = winner.get(key(place, knob));
                Knob over = wins == null || wins.equals(place) ? null : strongest.get(key(place, knob));
                if (said.add(knob)) {
                    values.add(new OwnedValue(title(workload), workload.root(), placed(knob, lines), place.role(),
                            over == null || over.equals(knob) ? null : placed(over, lines),
                            others(sharers.getOrDefault(knob, Set.of()), title(workload)), ""));
                }
            }
        }
        return values;
    }

    private static List<String> others(Set<String> all, String own) {
        return all.stream().filter(each -> !each.equals(own)).toList();
    }

    /// The `replicas` of a kustomization name the workload where others name the container.
    private static List<String> key(ManifestPlace place, Knob knob) {
        boolean named = place.role() == Role.KUSTOMIZATION && knob.field().equals(Field.REPLICAS);
        return List.of(knob.field(), named ? "" : knob.container());
    }

    private static PlacedKnob placed(Knob knob, Map<Knob, PlacedKnob> lines) {
        return lines.getOrDefault(knob, new PlacedKnob(knob, 0));
    }

    private static String title(DeclaredWorkload workload) {
        return workload.namespace().isEmpty() ? workload.name() : workload.namespace() + "/" + workload.name();
    }
}
