package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A part of a rendered text.
///
/// @param text   of this part
/// @param value  what it was made from, or null
/// @param file   the template that wrote it or asked for it; empty if there is none
/// @param offset in that file's text: of the first character for a template's own words, else of the action
/// @param own    whether these are the template's own words
/// @param doubt  conditions around it that could not be evaluated; empty if there are none
public record Piece(String text, HelmValue.@Nullable Scalar value, String file, int offset, boolean own,
        List<String> doubt) {
    public Piece {
        doubt = List.copyOf(doubt);
    }

    /// A part of it, with the right offset.
    public Piece part(int from, int to) {
        return new Piece(text.substring(from, to), value, file, own ? offset + from : offset, own, doubt);
    }

    public Piece with(String other) {
        return new Piece(other, value, file, offset, own, doubt);
    }

    /// The same part where more is uncertain.
    public Piece doubted(List<String> more) {
        if (doubt.containsAll(more)) {
            return this;
        }
        List<String> all = new ArrayList<>(doubt);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new Piece(text, value, file, offset, own, all);
    }
}
