package io.plimsoll.analysis.change;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;

/// One intent, applied.
///
/// @param oldKnob   what the value is in the file as it was, or what an overlay's patch overrides; null if it is no known knob
///                  or was added
/// @param newKnob   what it is afterwards; null if it is no known knob
/// @param owner     who takes the value from this place
/// @param dirtySpan the user has an uncommitted edit of the same value in the work tree, which this change does not hold
public record EditPreview(Intent intent, AppliedEdit applied, @Nullable Knob oldKnob, @Nullable Knob newKnob,
        boolean dirtySpan, EditOwner owner) {
    /// Of a place that nobody is known to take a value from.
    public EditPreview(Intent intent, AppliedEdit applied, @Nullable Knob oldKnob, @Nullable Knob newKnob,
            boolean dirtySpan) {
        this(intent, applied, oldKnob, newKnob, dirtySpan, EditOwner.UNKNOWN);
    }

    EditPreview with(EditOwner known) {
        return new EditPreview(intent, applied, oldKnob, newKnob, dirtySpan, known);
    }

    /// The decoded text that took effect until now; null if the key is new and overrides nothing.
    public @Nullable String before() {
        return intent.overlay() == null ? applied.before() : intent.effective();
    }

    /// Where the value stands afterwards.
    public String path() {
        Intent.Overlay overlay = intent.overlay();
        return overlay == null || overlay.item().isEmpty() ? intent.path() : applied.edit().path().toString();
    }

    /// What to call the value: the knob's field, else the end of its path. A tag is called by its key.
    public String label() {
        if (newKnob != null && !newKnob.field().equals(Field.COST_TAG)) {
            return newKnob.field();
        }
        String key = ManifestPath.parse(intent.path()).keyFromEnd(0);
        return key.isEmpty() ? intent.path().substring(intent.path().lastIndexOf('.') + 1) : key;
    }
}
