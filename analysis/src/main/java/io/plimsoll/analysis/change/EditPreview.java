package io.plimsoll.analysis.change;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Knob;

/// One intent, applied.
///
/// @param oldKnob   what the value is in the file as it was; null if it is no known knob or was added
/// @param newKnob   what it is afterwards; null if it is no known knob
/// @param dirtySpan the user has an uncommitted edit of the same value in the work tree, which this change does not hold
public record EditPreview(Intent intent, AppliedEdit applied, @Nullable Knob oldKnob, @Nullable Knob newKnob,
        boolean dirtySpan) {
    /// What to call the value: the knob's field, else the end of its path.
    public String label() {
        return newKnob != null ? newKnob.field() : intent.path().substring(intent.path().lastIndexOf('.') + 1);
    }
}
