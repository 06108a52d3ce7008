package io.plimsoll.analysis.manifest.edit;

import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.Refusal;
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

    /// The end of the line below which a key or item can be added to the node.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure BLOCK_SCALAR if the value above would get a line break more by that
    static int growsAt(ManifestText text, YamlNode node, Target target) {
        int end = lastLeafEnd(text, node);
        YamlNode last = lastLeaf(node);
        if (target.layer().endsOpen(last.end()) && last instanceof YamlNode.Scalar scalar && block(scalar)
                && !header(text, scalar).contains("-")) {
            throw Refusal.BLOCK_SCALAR.because(target.layer().place(scalar.start())
                    + ": this block ends the text without a line break; a line below would add one to its value.");
        }
        return text.lineEnd(end);
    }

    /// An offset in the last line that belongs to the node.
    static int lastLeafEnd(ManifestText text, YamlNode node) {
        YamlNode last = lastLeaf(node);
        return last instanceof YamlNode.Scalar scalar && block(scalar) ? blockEnd(text, scalar) : last.end();
    }

    private static YamlNode lastLeaf(YamlNode node) {
        return switch (node) {
            case YamlNode.Mapping mapping when !mapping.flow() && !mapping.entries().isEmpty() ->
                lastLeaf(mapping.entries().getLast().value());
            case YamlNode.Sequence sequence when !sequence.flow() && !sequence.items().isEmpty() ->
                lastLeaf(sequence.items().getLast());
            default -> node;
        };
    }

    private static boolean block(YamlNode.Scalar scalar) {
        return scalar.literal() || scalar.style() == ScalarStyle.FOLDED;
    }

    private static String header(ManifestText text, YamlNode.Scalar scalar) {
        int header = Tokens.start(text, scalar);
        return text.text().substring(header, text.lineEnd(header)).replaceFirst("\\s#.*", "");
    }

    /// A block that keeps its blank lines (`|+`) ends behind them, any other before.
    private static int blockEnd(ManifestText text, YamlNode.Scalar scalar) {
        int header = Tokens.start(text, scalar);
        boolean keeps = header(text, scalar).contains("+");
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
