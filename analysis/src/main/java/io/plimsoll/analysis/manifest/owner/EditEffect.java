package io.plimsoll.analysis.manifest.owner;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What an edit of one place would do in all roots.
///
/// @param changes fields that take their value from there
/// @param hidden  fields for which the place is set, and something else wins: the edit would be shadowed there
public record EditEffect(List<OwnedField> changes, List<OwnedField> hidden) {
    public EditEffect {
        changes = List.copyOf(changes);
        hidden = List.copyOf(hidden);
    }

    static EditEffect of(Trace trace, Origin place) {
        return new EditEffect(trace.fields().stream().filter(field -> same(field.origin(), place)).toList(),
                trace.fields().stream().filter(field -> !same(field.origin(), place)
                        && field.shadowed().stream().anyMatch(each -> same(each, place))).toList());
    }

    static boolean same(Origin one, Origin other) {
        return one.file().equals(other.file()) && one.document() == other.document()
                && one.path().toString().equals(other.path().toString());
    }

    /// Roots that would render something else, sorted.
    public Set<String> roots() {
        Set<String> roots = new TreeSet<>();
        changes.forEach(field -> roots.add(field.root()));
        return roots;
    }

    /// Whether nothing at all would change although the place is read.
    public boolean shadowedEverywhere() {
        return changes.isEmpty() && !hidden.isEmpty();
    }
}
