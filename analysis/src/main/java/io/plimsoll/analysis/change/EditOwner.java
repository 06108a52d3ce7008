package io.plimsoll.analysis.change;

import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.EditEffect;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;

/// Who takes a value from the place that an edit changes.
///
/// @param changes roots that deploy another value afterwards, sorted
/// @param hidden  roots where something else wins over the place, sorted
public record EditOwner(List<String> changes, List<String> hidden) {
    public static final EditOwner UNKNOWN = new EditOwner(List.of(), List.of());

    public EditOwner {
        changes = List.copyOf(changes);
        hidden = List.copyOf(hidden);
    }

    static EditOwner of(Trace trace, Intent intent) {
        EditEffect effect = trace.effect(new Origin(intent.file(), intent.document(), 0,
                ManifestPath.parse(intent.path())));
        return new EditOwner(List.copyOf(effect.roots()),
                effect.hidden().stream().map(OwnedField::root).distinct().sorted().toList());
    }

    public boolean known() {
        return !changes.isEmpty() || !hidden.isEmpty();
    }

    /// Whether several roots take the value.
    public boolean isBase() {
        return changes.size() > 1;
    }

    /// For people; empty if nothing is known.
    public String text() {
        if (!known()) {
            return "";
        }
        if (changes.isEmpty()) {
            return "no effect: something else wins in " + String.join(", ", hidden);
        }
        return isBase()
                ? "base, changes " + changes.size() + ": " + String.join(", ", changes)
                : "overlay, changes " + changes.getFirst();
    }
}
