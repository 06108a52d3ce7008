package io.plimsoll.analysis.change;

import java.util.List;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.repository.LineDiff;

/// A file with its intents applied, from the bytes of the base commit.
///
/// @param before      not copied
/// @param after       not copied
/// @param uncommitted the work tree holds another text than HEAD
/// @param oldKnobs    all knobs of the file as it was; empty if it could not be read for them
/// @param newKnobs    all knobs of the file afterwards
/// @param rollOuts    one for each object that is touched
public record FilePreview(String file, List<EditPreview> edits, byte[] before, byte[] after, LineDiff diff,
        boolean uncommitted, List<Knob> oldKnobs, List<Knob> newKnobs, List<RollOut> rollOuts) {
    FilePreview with(List<EditPreview> known) {
        return new FilePreview(file, known, before, after, diff, uncommitted, oldKnobs, newKnobs, rollOuts);
    }

    /// As `git diff` writes it; the rows for two columns are `diff().rows()`.
    public String unified() {
        return diff.unified(file);
    }
}
