package io.plimsoll.analysis.manifest.owner.helm.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;

/// The templates of a chart and of the charts below it, which share the names that they define. Immutable once made.
public final class TemplateSet {
    private final Map<String, List<Node>> files = new LinkedHashMap<>();
    private final Map<String, Named> named = new HashMap<>();
    private final Map<String, String> broken = new HashMap<>();

    /// A template that others may include.
    record Named(String file, List<Node> nodes) {}

    /// @param texts by path
    public TemplateSet(Map<String, String> texts) {
        texts.forEach((file, text) -> {
            Map<String, List<Node>> defined = new HashMap<>();
            try {
                files.put(file, TemplateParser.parse(text, defined));
            } catch (TemplateProblem e) {
                broken.put(file, e.why());
            }
            defined.forEach((name, nodes) -> named.put(name, new Named(file, nodes)));
        });
    }

    @Nullable
    Named named(String name) {
        return named.get(name);
    }

    /// A text in parts, and what of it could not be worked out.
    ///
    /// @param unclear what concerns cost, in words
    public record Rendering(List<Piece> pieces, List<String> unclear) {}

    /// @param dot what `.` is: `Values`, `Release`, `Chart` and so on
    /// @throws TemplateProblem if the template can't be worked out at all
    public Rendering render(String file, HelmValue.Table dot) {
        List<Node> nodes = files.get(file);
        if (nodes == null) {
            throw new TemplateProblem(broken.getOrDefault(file, "is not there"));
        }
        Evaluation evaluation = new Evaluation(this, dot);
        try {
            return new Rendering(evaluation.run(file, nodes, dot), evaluation.unclear());
        } catch (NumberFormatException | NoSuchElementException | IndexOutOfBoundsException wrongArguments) {
            throw new TemplateProblem("has arguments that can't be worked out");
        } catch (StackOverflowError tooDeep) {
            // A mapping that `set` put into itself has no end; what was made so far is dropped with the evaluation.
            throw new TemplateProblem("makes a value that is nested too deeply");
        }
    }
}
