package io.plimsoll.analysis.manifest;

import java.util.Arrays;
import java.util.List;

/// A manifest after its edits, proven to differ in nothing else.
///
/// @param content the whole file; not copied
/// @param edits   in the order in which they were asked for
public record EditedManifest(byte[] content, List<AppliedEdit> edits) {
    public EditedManifest {
        edits = List.copyOf(edits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EditedManifest that && Arrays.equals(content, that.content) && edits.equals(that.edits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(content) + edits.hashCode();
    }

    @Override
    public String toString() {
        return "EditedManifest[" + content.length + " bytes, " + edits + "]";
    }
}
