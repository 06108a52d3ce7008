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
public record Trace(List<OwnedField> fields, List<Unresolved> unresolved) {
    public Trace {
        fields = List.copyOf(fields);
        unresolved = List.copyOf(unresolved);
    }

    /// One trace of several deployers, with `sharedBy` filled in across all of them.
    public static Trace joined(List<Trace> traces) {
        List<OwnedField> fields = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        for (Trace each : traces) {
            fields.addAll(each.fields);
            unresolved.addAll(each.unresolved);
        }
        Map<Place, Set<String>> users = new HashMap<>();
        fields.forEach(field -> users.computeIfAbsent(Place.of(field), place -> new TreeSet<>()).add(field.root()));
        return new Trace(fields.stream().map(field -> field.sharedBy(others(field, users))).toList(), unresolved);
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
