package io.plimsoll.analysis.manifest.owner.argo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.template.TemplateProblem;
import io.plimsoll.analysis.manifest.owner.helm.template.TemplateSet;
import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Puts a generator's parameters into a template, by name (`{{a.b}}`) or as a Go template (`{{ .a.b }}`). A text that is a parameter and
/// nothing else has the parameter's place; any other keeps the template's. A parameter that is not there stays as it is written.
final class Substitution {
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_./\\-\\[\\]]*)\\s*}}");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,4})]");

    private final Value.Fields parameters;
    private final boolean go;

    /// @param go whether `goTemplate` is set
    Substitution(Value.Fields parameters, boolean go) {
        this.parameters = parameters;
        this.go = go;
    }

    /// A tree of its own.
    Value of(Value value) {
        return switch (value) {
            case Value.Leaf leaf -> leaf.text().contains("{{") ? go ? worked(leaf) : named(leaf) : leaf;
            case Value.Items items -> {
                Value.Items all = new Value.Items();
                items.values().forEach(each -> all.values().add(of(each)));
                yield all;
            }
            case Value.Fields fields -> {
                Value.Fields all = new Value.Fields();
                fields.entries().forEach((key, each) -> {
                    Value name = key.contains("{{") ? of(Value.Leaf.made(key)) : Value.Leaf.made(key);
                    all.entries().put(name.text(), of(each));
                });
                yield all;
            }
        };
    }

    private Value.Leaf named(Value.Leaf leaf) {
        Matcher matcher = NAME.matcher(leaf.text());
        StringBuilder text = new StringBuilder();
        Value.Leaf last = null;
        while (matcher.find()) {
            Value.Leaf found = parameter(matcher.group(1));
            matcher.appendReplacement(text, Matcher.quoteReplacement(found == null ? matcher.group() : found.text()));
            last = found;
        }
        matcher.appendTail(text);
        boolean whole = matcher.reset().matches();
        return replaced(leaf, text.toString(), whole ? last : null);
    }

    private static Value.Leaf replaced(Value.Leaf leaf, String text, Value.@Nullable Leaf source) {
        return source == null || source.origin() == null
                ? new Value.Leaf(text, leaf.plain(), leaf.origin(), leaf.shadowed())
                : new Value.Leaf(text, leaf.plain() || source.plain(), source.origin(), source.shadowed());
    }

    private Value.@Nullable Leaf parameter(String name) {
        Value at = parameters;
        Matcher step = STEP.matcher(name);
        while (step.find() && at != null) {
            if (step.group(2) == null) {
                at = at instanceof Value.Fields fields ? fields.get(step.group(1)) : null;
            } else {
                Value list = at instanceof Value.Fields fields && fields.get("segments") != null
                        ? Objects.requireNonNull(fields.get("segments"))
                        : at;
                int position = Integer.parseInt(step.group(2));
                at = position < list.items().size() ? list.items().get(position) : null;
            }
        }
        // `{{path}}` is the path itself, `{{path.basename}}` a part of it.
        Value path = at instanceof Value.Fields fields ? fields.get("path") : at;
        return path instanceof Value.Leaf leaf ? leaf : null;
    }

    private Value.Leaf worked(Value.Leaf leaf) {
        try {
            List<Piece> pieces = new TemplateSet(Map.of("", leaf.text()))
                    .render("", FromTree.table(parameters)).pieces();
            HelmValue.Scalar only = pieces.size() == 1 ? pieces.getFirst().value() : null;
            if (pieces.stream().anyMatch(piece -> !piece.doubt().isEmpty())) {
                return leaf;
            }
            Value.Leaf source = only == null || only.origin() == null
                    ? null
                    : new Value.Leaf(only.text(), only.type() != HelmValue.Type.STRING, only.origin(),
                            only.shadowed());
            return replaced(leaf, new HelmValue.Text(pieces).text(), source);
        } catch (TemplateProblem unworkable) {
            return leaf;
        }
    }
}
