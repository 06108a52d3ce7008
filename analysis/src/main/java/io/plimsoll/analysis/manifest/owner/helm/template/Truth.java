package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;

/// What Go's templates and Sprig take for true, empty and equal.
final class Truth {
    private Truth() {
    }

    /// Not for an unknown value.
    static boolean of(HelmValue value) {
        return switch (value) {
            case HelmValue.Scalar scalar -> switch (scalar.type()) {
                case NULL -> false;
                case BOOL -> scalar.text().equals("true");
                case NUMBER -> !scalar.text().matches("[-+]?0*\\.?0*");
                case STRING -> !scalar.text().isEmpty();
            };
            case HelmValue.Table table -> !table.entries().isEmpty();
            case HelmValue.Items list -> !list.items().isEmpty();
            case HelmValue.Text text -> !text.text().isEmpty();
            case HelmValue.Unknown unknown -> false;
        };
    }

    static boolean unknown(HelmValue value) {
        return value instanceof HelmValue.Unknown
                || value instanceof HelmValue.Text text
                        && text.pieces().stream().anyMatch(piece -> !piece.doubt().isEmpty());
    }

    static boolean equal(HelmValue one, HelmValue other) {
        if (one instanceof HelmValue.Table || one instanceof HelmValue.Items) {
            return one.equals(other);
        }
        return Pieces.text(one).equals(Pieces.text(other)) && isNull(one) == isNull(other);
    }

    static boolean isNull(HelmValue value) {
        return value instanceof HelmValue.Scalar scalar && scalar.type() == HelmValue.Type.NULL;
    }

    /// Go's word for the kind of a value.
    static String kind(HelmValue value) {
        return switch (value) {
            case HelmValue.Scalar scalar -> switch (scalar.type()) {
                case NULL -> "invalid";
                case BOOL -> "bool";
                case NUMBER -> scalar.origin() != null || scalar.text().contains(".") ? "float64" : "int";
                case STRING -> "string";
            };
            case HelmValue.Table table -> "map";
            case HelmValue.Items list -> "slice";
            case HelmValue.Text text -> "string";
            case HelmValue.Unknown unknown -> "unknown";
        };
    }

    static boolean isKind(String wanted, HelmValue value) {
        String kind = kind(value);
        boolean number = List.of("int", "int64", "float64").contains(wanted);
        return kind.equals(wanted) || number && (kind.equals("int") || kind.equals("float64"))
                || wanted.startsWith("map[") && kind.equals("map") || wanted.startsWith("[]") && kind.equals("slice");
    }
}
