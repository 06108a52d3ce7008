package io.plimsoll.analysis.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.EditEffect;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BlastRadius;

/// Who takes a value from the place that an edit changes.
///
/// @param changes roots that deploy another value afterwards, sorted
/// @param hidden  roots where something else wins over the place, sorted
/// @param reach   the workloads that take the value and what they cost; null where that is not known
/// @param own     the root that deploys the edit's own workload; empty if none is known to, or several
public record EditOwner(List<String> changes, List<String> hidden, @Nullable BlastRadius reach, String own) {
    public static final EditOwner UNKNOWN = new EditOwner(List.of(), List.of());

    public EditOwner {
        changes = List.copyOf(changes);
        hidden = List.copyOf(hidden);
    }

    EditOwner(List<String> changes, List<String> hidden) {
        this(changes, hidden, null, "");
    }

    /// The patch of an overlay was tried when it was proposed: it changes one root.
    static EditOwner of(Trace trace, Intent intent) {
        Intent.Overlay overlay = intent.overlay();
        if (overlay != null) {
            return new EditOwner(List.of(overlay.root()), List.of());
        }
        EditEffect effect = trace.effect(place(intent));
        return new EditOwner(List.copyOf(effect.roots()),
                effect.hidden().stream().map(OwnedField::root).distinct().sorted().toList());
    }

    /// The place that an intent edits.
    static Origin place(Intent intent) {
        return place(new Intent.Place(intent.file(), intent.document(), intent.path()));
    }

    static Origin place(Intent.Place place) {
        return new Origin(place.file(), place.document(), 0, ManifestPath.parse(place.path()));
    }

    EditOwner reaching(BlastRadius radius) {
        return new EditOwner(changes, hidden, radius, own);
    }

    EditOwner of(String root) {
        return new EditOwner(changes, hidden, reach, root);
    }

    /// What the workloads that take the value cost in 730 h, one amount a currency; empty if nobody knows.
    public List<Money> monthly() {
        return reach == null ? List.of() : reach.monthly();
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
