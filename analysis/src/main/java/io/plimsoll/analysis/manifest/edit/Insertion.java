package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Plans the splices that add missing keys and a value below the last existing mapping, in the file's own indentation.
final class Insertion {
    private final Target target;
    private final String value;
    private final ManifestText text;
    private final boolean inFlow;
    private final int step;

    Insertion(Target target, String value) {
        this.target = target;
        this.value = value;
        this.text = target.layer().text();
        this.inFlow = target.inFlow();
        this.step = Indentation.step(text, target);
    }

    /// @throws io.plimsoll.analysis.task.StepFailure NO_SUCH_PATH or EXPLICIT_KEY
    List<Splice> splices() {
        return switch (target.node()) {
            case YamlNode.Mapping mapping when mapping.entries().isEmpty() -> expanded(mapping);
            case YamlNode.Mapping mapping when mapping.flow() -> intoFlow(mapping);
            case YamlNode.Mapping mapping -> intoBlock(mapping);
            case YamlNode.Scalar scalar when scalar.nothing() -> expanded(scalar);
            default -> throw Refusal.NO_SUCH_PATH.because(target.shown() + ": there is no mapping to add to.");
        };
    }

    private List<Splice> intoBlock(YamlNode.Mapping mapping) {
        if (mapping.entries().stream().anyMatch(entry -> Tokens.explicit(text, entry.key()))) {
            throw Refusal.EXPLICIT_KEY.because(target.shown() + ": the mapping has explicit keys.");
        }
        YamlNode firstKey = mapping.entries().getFirst().key();
        int column = text.column(firstKey.start());
        int at = Indentation.growsAt(text, mapping, target);
        return List.of(new Splice(at, at, "\n" + blockLines(column, quotedKey(mapping), siblingStyle(mapping))));
    }

    private String blockLines(int column, boolean quotedKeys, ScalarStyle style) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < target.missing().size(); i++) {
            lines.append(i == 0 ? "" : "\n").append(" ".repeat(column + i * step))
                    .append(ScalarWriter.key(target.missing().get(i), quotedKeys)).append(':');
        }
        return lines.append(' ').append(written(style, false)).toString();
    }

    private List<Splice> intoFlow(YamlNode.Mapping mapping) {
        YamlNode.Entry last = mapping.entries().getLast();
        int end = last.value().end();
        boolean ownLine = !text.sameLine(mapping.start(), last.key().start())
                && text.text().substring(text.lineStart(last.key().start()), last.key().start()).isBlank();
        String added = flowEntry(quotedKey(mapping), siblingStyle(mapping));
        if (!ownLine) {
            return List.of(new Splice(end, end, ", " + added));
        }
        String line = "\n" + " ".repeat(text.column(last.key().start())) + added;
        if (Tokens.comment(text, end).isEmpty()) {
            return List.of(new Splice(end, end, "," + line));
        }
        boolean comma = text.text().startsWith(",", end);
        List<Splice> splices = new ArrayList<>();
        if (!comma) {
            splices.add(new Splice(end, end, ","));
        }
        splices.add(new Splice(text.lineEnd(end), text.lineEnd(end), line + (comma ? "," : "")));
        return splices;
    }

    private String flowEntry(boolean quotedKeys, ScalarStyle style) {
        StringBuilder entry = new StringBuilder();
        target.missing().forEach(key -> entry.append(entry.isEmpty() ? "" : "{")
                .append(ScalarWriter.key(key, quotedKeys)).append(": "));
        ScalarStyle used = quotedKeys && ValueClass.of(value) == ValueClass.STRING ? ScalarStyle.DOUBLE_QUOTED : style;
        return entry.append(written(used, true)).append("}".repeat(target.missing().size() - 1)).toString();
    }

    /// `{}`, `~` or nothing becomes a block below its key, or `{key: value}` where braces surround it.
    private List<Splice> expanded(YamlNode node) {
        int start = Tokens.start(text, node);
        if (inFlow || !text.sameLine(start, node.end())) {
            boolean touching = start == node.end() && !Character.isWhitespace(text.text().charAt(start - 1));
            return List.of(new Splice(start, node.end(),
                    (touching ? " {" : "{") + flowEntry(jsonContext(), ScalarStyle.PLAIN) + "}"));
        }
        List<YamlNode> chain = target.chain();
        if (chain.size() > 1 && chain.get(chain.size() - 2) instanceof YamlNode.Mapping parent) {
            int column = text.column(parent.entries().getFirst().key().start()) + step;
            int lineEnd = text.lineEnd(start);
            int removeFrom = start > 0 && start < node.end() && text.text().charAt(start - 1) == ' '
                    ? start - 1
                    : start;
            String lines = "\n" + blockLines(column, false, ScalarStyle.PLAIN);
            return text.text().substring(node.end(), lineEnd).isBlank()
                    ? List.of(new Splice(removeFrom, lineEnd, lines))
                    : List.of(new Splice(removeFrom, node.end(), ""), new Splice(lineEnd, lineEnd, lines));
        }
        if (start == node.end()) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": there is no mapping to add to.");
        }
        return List.of(new Splice(start, node.end(),
                blockLines(text.column(start), false, ScalarStyle.PLAIN).stripLeading()));
    }

    private boolean jsonContext() {
        return target.chain().stream().anyMatch(node -> node instanceof YamlNode.Mapping mapping && mapping.flow()
                && !mapping.entries().isEmpty() && quotedKey(mapping));
    }

    private static boolean quotedKey(YamlNode.Mapping mapping) {
        return mapping.entries().getFirst().key() instanceof YamlNode.Scalar key
                && key.style() == ScalarStyle.DOUBLE_QUOTED;
    }

    /// The quotes that all single values of the mapping have, else none.
    private static ScalarStyle siblingStyle(YamlNode.Mapping mapping) {
        List<ScalarStyle> styles = mapping.entries().stream().map(YamlNode.Entry::value)
                .filter(YamlNode.Scalar.class::isInstance).map(node -> ((YamlNode.Scalar) node).style()).distinct()
                .toList();
        boolean quoted = styles.size() == 1
                && (styles.getFirst() == ScalarStyle.DOUBLE_QUOTED || styles.getFirst() == ScalarStyle.SINGLE_QUOTED);
        return quoted ? styles.getFirst() : ScalarStyle.PLAIN;
    }

    private String written(ScalarStyle style, boolean flow) {
        boolean plain = style == ScalarStyle.PLAIN && ScalarWriter.plainSafe(value, flow || inFlow)
                && (ValueClass.of(value) == ValueClass.STRING || !ScalarWriter.takesStrings(target));
        return ScalarWriter.written(value, style == ScalarStyle.PLAIN && !plain ? ScalarStyle.DOUBLE_QUOTED : style);
    }
}
