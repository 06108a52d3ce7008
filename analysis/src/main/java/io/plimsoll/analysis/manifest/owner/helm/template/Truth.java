package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.List;

import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;

/// What Go's templates and Sprig take for true, empty and equal.
final class Truth {
    private Truth() {
    }

    /// Not for an unknown value.
    static boolean of(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> switch (scalar.type()) {
                case NULL -> false;
                case BOOL -> scalar.text().equals("true");
                case NUMBER -> !scalar.text().matches("[-+]?0*\\.?0*");
                case STRING -> !scalar.text().isEmpty();
            };
            case Value.Table table -> !table.entries().isEmpty();
            case Value.Items list -> !list.items().isEmpty();
            case Value.Text text -> !text.text().isEmpty();
            case Value.Unknown unknown -> false;
        };
    }

    static boolean unknown(Value value) {
        return value instanceof Value.Unknown
                || value instanceof Value.Text text && text.pieces().stream().anyMatch(piece -> !piece.doubt().isEmpty());
    }

    static boolean equal(Value one, Value other) {
        if (one instanceof Value.Table || one instanceof Value.Items) {
            return one.equals(other);
        }
        return Pieces.text(one).equals(Pieces.text(other)) && isNull(one) == isNull(other);
    }

    static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }

    /// Go's word for the kind of a value.
    static String kind(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> switch (scalar.type()) {
                case NULL -> "invalid";
                case BOOL -> "bool";
                case NUMBER -> scalar.origin() != null || scalar.text().contains(".") ? "float64" : "int";
                case STRING -> "string";
            };
            case Value.Table table -> "map";
            case Value.Items list -> "slice";
            case Value.Text text -> "string";
            case Value.Unknown unknown -> "unknown";
        };
    }

    static boolean isKind(String wanted, Value value) {
        String kind = kind(value);
        boolean number = List.of("int", "int64", "float64").contains(wanted);
        return kind.equals(wanted) || number && (kind.equals("int") || kind.equals("float64"))
                || wanted.startsWith("map[") && kind.equals("map") || wanted.startsWith("[]") && kind.equals("slice");
    }
}
