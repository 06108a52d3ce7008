package io.plimsoll.analysis.manifest.edit;

import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// How the author indents, and where a block really ends: the parser's end marks lie behind trailing comments.
final class Indentation {
    private static final int USUAL = 2;

    private Indentation() {
    }

    /// Columns from a mapping to one in it: nearest to the target, else the first of the document, else two.
    static int step(ManifestText text, Target target) {
        List<YamlNode> chain = target.chain();
        for (int i = chain.size() - 1; i > 0; i--) {
            int step = between(text, chain.get(i - 1), chain.get(i));
            if (step > 0) {
                return step;
            }
        }
        int first = first(text, target.document().root());
        return first > 0 ? first : USUAL;
    }

    private static int first(ManifestText text, YamlNode node) {
        List<YamlNode> children = switch (node) {
            case YamlNode.Mapping mapping -> mapping.entries().stream().map(YamlNode.Entry::value).toList();
            case YamlNode.Sequence sequence -> sequence.items();
            default -> List.of();
        };
        for (YamlNode child : children) {
            int step = between(text, node, child);
            step = step > 0 ? step : first(text, child);
            if (step > 0) {
                return step;
            }
        }
        return 0;
    }

    private static int between(ManifestText text, YamlNode parent, YamlNode child) {
        return parent instanceof YamlNode.Mapping above && child instanceof YamlNode.Mapping below && !above.flow()
                && !below.flow() && !below.entries().isEmpty()
                        ? text.column(below.entries().getFirst().key().start())
                                - text.column(above.entries().getFirst().key().start())
                        : 0;
    }

    /// An offset in the last line that belongs to the node.
    static int lastLeafEnd(ManifestText text, YamlNode node) {
        return switch (node) {
            case YamlNode.Mapping mapping when !mapping.flow() && !mapping.entries().isEmpty() ->
                lastLeafEnd(text, mapping.entries().getLast().value());
            case YamlNode.Sequence sequence when !sequence.flow() && !sequence.items().isEmpty() ->
                lastLeafEnd(text, sequence.items().getLast());
            case YamlNode.Scalar scalar when scalar.literal() || scalar.style() == ScalarStyle.FOLDED ->
                blockEnd(text, scalar);
            default -> node.end();
        };
    }

    /// A block that keeps its blank lines (`|+`) ends behind them, any other before.
    private static int blockEnd(ManifestText text, YamlNode.Scalar scalar) {
        int header = Tokens.start(text, scalar);
        boolean keeps = text.text().substring(header, text.lineEnd(header)).replaceFirst("\\s#.*", "").contains("+");
        int at = beforeBreak(text, scalar.end());
        while (!keeps && at > header && text.text().substring(text.lineStart(at), at).isBlank()) {
            at = beforeBreak(text, text.lineStart(at));
        }
        return at;
    }

    static int beforeBreak(ManifestText text, int offset) {
        if (offset > 0 && text.lineStart(offset) == offset) {
            return offset - (text.text().startsWith("\r\n", offset - 2) ? 2 : 1);
        }
        return offset;
    }
}
