package io.plimsoll.analysis.manifest.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What was found in a clone.
///
/// @param fields     of all roots that could be resolved
/// @param unresolved the other roots
/// @param folders    by deployer, those that it deploys, and charts that it installs
public record Trace(List<OwnedField> fields, List<Unresolved> unresolved, Map<String, Set<String>> folders) {
    public Trace {
        fields = List.copyOf(fields);
        unresolved = List.copyOf(unresolved);
        folders = Map.copyOf(folders);
    }

    /// Of roots that are folders themselves.
    public Trace(List<OwnedField> fields, List<Unresolved> unresolved) {
        this(fields, unresolved, Map.of());
    }

    /// One trace of several deployers, with `sharedBy` filled in across all of them.
    public static Trace joined(List<Trace> traces) {
        List<OwnedField> fields = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        Map<String, Set<String>> folders = new HashMap<>();
        for (Trace each : traces) {
            fields.addAll(each.fields);
            unresolved.addAll(each.unresolved);
            folders.putAll(each.folders);
        }
        Map<Place, Set<String>> users = new HashMap<>();
        fields.forEach(field -> users.computeIfAbsent(Place.of(field), place -> new TreeSet<>()).add(field.root()));
        return new Trace(fields.stream().map(field -> field.sharedBy(others(field, users))).toList(), unresolved,
                folders);
    }

    /// What an edit of this place would change, and where something else would win over it.
    public EditEffect effect(Origin place) {
        return EditEffect.of(this, place);
    }

    private static List<String> others(OwnedField field, Map<Place, Set<String>> users) {
        return users.getOrDefault(Place.of(field), Set.of()).stream().filter(root -> !root.equals(field.root()))
                .toList();
    }

    private record Place(String file, int document, String path) {
        static Place of(OwnedField field) {
            return new Place(field.origin().file(), field.origin().document(), field.origin().path().toString());
        }
    }
}
