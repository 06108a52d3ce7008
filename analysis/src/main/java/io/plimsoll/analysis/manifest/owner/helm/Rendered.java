package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// The objects that a deployer brings, and what could not be told.
///
/// @param objects    may be changed by who takes them on
/// @param notes      what is uncertain about a leaf, in words
/// @param unresolved parts that nobody can tell
public record Rendered(List<Value> objects, Map<Value.Leaf, String> notes, List<Unresolved> unresolved) {
    public Rendered() {
        this(new ArrayList<>(), new IdentityHashMap<>(), new ArrayList<>());
    }

    /// Takes on what another one has.
    public void add(Rendered other) {
        objects.addAll(other.objects);
        notes.putAll(other.notes);
        unresolved.addAll(other.unresolved);
    }
}
