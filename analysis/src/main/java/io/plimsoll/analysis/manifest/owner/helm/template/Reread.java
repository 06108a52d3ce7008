package io.plimsoll.analysis.manifest.owner.helm.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.helm.value.Pieces;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// `fromYaml`: a text back into a tree whose leaves keep the sources that their characters had.
final class Reread {
    private static final String NAME = "text.yaml";

    private Reread() {
    }

    static HelmValue of(HelmValue value) {
        try {
            List<Value> documents = new Sources(Map.of(NAME, Pieces.text(value)
                    .getBytes(StandardCharsets.UTF_8))).documents(NAME);
            return documents.isEmpty()
                    ? new HelmValue.Table()
                    : sourced(FromTree.of(documents.getFirst()), byLine(Pieces.of(value)));
        } catch (StepFailure notYaml) {
            return new HelmValue.Unknown("a text is read as YAML that is none");
        }
    }

    /// The parts with a source, by the line of the text that they are in: `toYaml` writes one a line.
    private static Map<Integer, HelmValue.Scalar> byLine(List<Piece> pieces) {
        Map<Integer, HelmValue.Scalar> lines = new HashMap<>();
        int line = 1;
        for (Piece piece : pieces) {
            if (piece.value() != null && piece.value().origin() != null) {
                lines.put(line, piece.value());
            }
            line += (int) piece.text().chars().filter(c -> c == '\n').count();
        }
        return lines;
    }

    private static HelmValue sourced(HelmValue value, Map<Integer, HelmValue.Scalar> lines) {
        return switch (value) {
            case HelmValue.Table table -> {
                HelmValue.Table copy = new HelmValue.Table();
                table.entries().forEach((key, each) -> copy.with(key, sourced(each, lines)));
                yield copy;
            }
            case HelmValue.Items list -> new HelmValue.Items(
                    new ArrayList<>(list.items().stream().map(each -> sourced(each, lines)).toList()));
            case HelmValue.Scalar scalar -> {
                Origin read = scalar.origin();
                HelmValue.Scalar source = read == null ? null : lines.get(read.line());
                yield source != null && source.text().equals(scalar.text())
                        ? source.as(scalar.text(), scalar.type())
                        : new HelmValue.Scalar(scalar.text(), scalar.type(), null, List.of());
            }
            default -> value;
        };
    }
}
