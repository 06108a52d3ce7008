package io.plimsoll.analysis.manifest.owner.helm.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/// Work on texts that keeps the sources of their parts.
public final class Pieces {
    private Pieces() {
    }

    /// @param value   what the text is made from, or null
    public static Piece made(String text, HelmValue.@Nullable Scalar value) {
        return new Piece(text, value, "", 0, false, List.of());
    }

    /// The text of anything, as Go prints it.
    public static String text(HelmValue value) {
        return switch (value) {
            case HelmValue.Scalar scalar -> scalar.text();
            case HelmValue.Text text -> text.text();
            case HelmValue.Unknown unknown -> "";
            case HelmValue.Table table -> "map[]";
            case HelmValue.Items items -> "[]";
        };
    }

    public static List<Piece> of(HelmValue value) {
        return switch (value) {
            case HelmValue.Text text -> text.pieces();
            case HelmValue.Scalar scalar -> List.of(made(scalar.text(), scalar));
            default -> List.of(made(text(value), null));
        };
    }

    /// A text made from one value stays that value's; of a text with several sources only the words are left.
    public static HelmValue map(HelmValue value, UnaryOperator<String> change) {
        if (value instanceof HelmValue.Scalar scalar) {
            return scalar.as(change.apply(scalar.text()), HelmValue.Type.STRING);
        }
        List<Piece> filled = of(value).stream().filter(piece -> !piece.text().isBlank()).toList();
        String text = change.apply(text(value));
        if (filled.isEmpty()) {
            return HelmValue.text(text);
        }
        Piece first = filled.getFirst();
        return new HelmValue.Text(List.of(filled.size() == 1 && !first.own()
                ? first.with(text)
                : new Piece(text, null, first.file(), first.offset(), false, first.doubt())));
    }

    /// With spaces before each line, the first one too.
    public static HelmValue.Text indented(List<Piece> pieces, int columns, boolean newLine) {
        String pad = " ".repeat(Math.clamp(columns, 0, 200));
        List<Piece> all = new ArrayList<>();
        all.add(made((newLine ? "\n" : "") + pad, null));
        for (Piece piece : pieces) {
            int from = 0;
            for (int end = piece.text().indexOf('\n'); end >= 0; end = piece.text().indexOf('\n', from)) {
                all.add(piece.part(from, end + 1));
                all.add(made(pad, null));
                from = end + 1;
            }
            all.add(piece.part(from, piece.text().length()));
        }
        return new HelmValue.Text(all);
    }

    /// Without white space at both ends.
    public static HelmValue.Text stripped(List<Piece> pieces) {
        List<Piece> left = new ArrayList<>(pieces);
        while (!left.isEmpty() && left.getFirst().text().isBlank()) {
            left.removeFirst();
        }
        while (!left.isEmpty() && left.getLast().text().isBlank()) {
            left.removeLast();
        }
        if (!left.isEmpty()) {
            Piece last = left.getLast();
            left.set(left.size() - 1, last.part(0, last.text().stripTrailing().length()));
            Piece first = left.getFirst();
            left.set(0, first.part(first.text().length() - first.text().stripLeading().length(),
                    first.text().length()));
        }
        return new HelmValue.Text(left);
    }
}
