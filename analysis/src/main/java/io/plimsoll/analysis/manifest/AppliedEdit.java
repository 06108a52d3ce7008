package io.plimsoll.analysis.manifest;

import org.jspecify.annotations.Nullable;

/// What became of an `Edit`.
///
/// @param edit         as it was asked for
/// @param before       the decoded text that stood there; `null` if the key was added
/// @param after        the decoded text that stands there now
/// @param line         of the edited file, from 1
/// @param added        the topmost key that was added, for `ManifestEditor.withdraw`; `null` if none was
/// @param staleComment the comment on the same line, which may still speak of the old value; `null` if there is none
public record AppliedEdit(Edit edit, @Nullable String before, String after, int line,
        @Nullable ManifestPath added, @Nullable String staleComment) {
    public boolean inserted() {
        return before == null;
    }
}
