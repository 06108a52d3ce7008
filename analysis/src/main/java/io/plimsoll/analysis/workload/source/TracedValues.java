package io.plimsoll.analysis.workload.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace.Role;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.PlacedKnob;

/// The owner trace of a clone, tied to its knobs.
public final class TracedValues {
    private static final Set<String> KUSTOMIZATIONS = Set.of("kustomization.yaml", "kustomization.yml",
            "Kustomization");

    private final Map<String, PlacedKnob> byPlace = new HashMap<>();
    private final List<OwnedField> fields;
    private final Set<List<String>> objects = new HashSet<>();

    /// @param trace of the whole clone
    public TracedValues(Trace trace, List<PlacedKnob> knobs) {
        knobs.forEach(placed -> byPlace.put(place(placed.knob().file(), placed.knob().document(),
                placed.knob().path().toString()), placed));
        this.fields = trace.fields();
        fields.forEach(field -> objects.add(List.of(field.kind(), field.name(), field.namespace())));
    }

    private static String place(String file, int document, String path) {
        return file + "#" + document + ":" + path;
    }

    /// Whether a build makes this workload, so that its values are known from there.
    public boolean covers(DeclaredWorkload workload) {
        return objects.contains(List.of(workload.kind(), workload.name(), workload.namespace()))
                || objects.contains(List.of(workload.kind(), workload.name(), ""));
    }

    /// Each value where it takes effect, followed by the places that lose.
    public List<OwnedValue> values() {
        List<OwnedValue> values = new ArrayList<>();
        for (OwnedField field : fields) {
            PlacedKnob winner = placed(field, field.origin());
            values.add(value(field, winner, null, field.sharedBy()));
            field.shadowed().forEach(origin -> values.add(value(field, placed(field, origin), winner, List.of())));
        }
        return values;
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

    /// The knob at an origin; where the place is no knob by itself, as in a patch of single steps, one that is for reading only.
    private PlacedKnob placed(OwnedField field, Origin origin) {
        PlacedKnob known = byPlace.get(place(origin.file(), origin.document(), origin.path().toString()));
        return known != null
                ? known
                : new PlacedKnob(new Knob(origin.file(), origin.document(), origin.path(), field.kind(),
                        field.namespace(), field.name(), field.container(), field.field(), field.value(),
                        UnitGrammar.TEXT, false, "NO_KNOB: this place is edited by hand."), origin.line());
    }
}
