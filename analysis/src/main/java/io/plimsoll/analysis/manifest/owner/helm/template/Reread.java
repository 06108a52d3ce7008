package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.helm.value.Value;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueReader;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// `fromYaml`: a text back into a tree whose leaves keep the sources that their characters had.
final class Reread {
    private Reread() {
    }

    static Value of(Value value) {
        List<Piece> pieces = Pieces.of(value);
        String text = Pieces.text(value);
        try {
            Layer layer = Layer.of(YamlTree.parse(new ManifestText("", text)));
            if (layer.tree().documents().isEmpty()) {
                return new Value.Table();
            }
            YamlDocument first = layer.tree().documents().getFirst();
            Value read = new ValueReader("", 0, layer, first).read(first.root(), ManifestPath.ROOT);
            return sourced(read, byLine(pieces));
        } catch (StepFailure notYaml) {
            return new Value.Unknown("a text is read as YAML that is none");
        }
    }

    /// The parts with a source, by the line of the text that they are in: `toYaml` writes one a line.
    private static Map<Integer, Value.Scalar> byLine(List<Piece> pieces) {
        Map<Integer, Value.Scalar> lines = new LinkedHashMap<>();
        int line = 1;
        for (Piece piece : pieces) {
            if (piece.value() != null && piece.value().origin() != null) {
                lines.put(line, piece.value());
            }
            line += (int) piece.text().chars().filter(c -> c == '\n').count();
        }
        return lines;
    }

    private static Value sourced(Value value, Map<Integer, Value.Scalar> lines) {
        return switch (value) {
            case Value.Table table -> {
                Value.Table copy = new Value.Table();
                table.entries().forEach((key, each) -> copy.with(key, sourced(each, lines)));
                yield copy;
            }
            case Value.Items list -> new Value.Items(
                    new ArrayList<>(list.items().stream().map(each -> sourced(each, lines)).toList()));
            case Value.Scalar scalar -> {
                Origin read = scalar.origin();
                Value.Scalar source = read == null ? null : lines.get(read.line());
                yield source != null && source.text().equals(scalar.text())
                        ? source.as(scalar.text(), scalar.type())
                        : new Value.Scalar(scalar.text(), scalar.type(), null, List.of());
            }
            default -> value;
        };
    }
}
