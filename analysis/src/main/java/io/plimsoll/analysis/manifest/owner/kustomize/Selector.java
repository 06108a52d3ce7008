package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.BoundedText;

/// A `target` or `select`: anchored expressions on group, version and kind, on the first or the present name and namespace,
/// and on labels and annotations.
final class Selector {
    private static final int MOST_LOOKS = 1_000_000;

    private final Optional<Pattern> group;
    private final Optional<Pattern> version;
    private final Optional<Pattern> kind;
    private final Optional<Pattern> name;
    private final Optional<Pattern> namespace;
    private final LabelExpression labels;
    private final LabelExpression annotations;

    private Selector(Value target) {
        group = pattern(target, "group");
        version = pattern(target, "version");
        kind = pattern(target, "kind");
        name = pattern(target, "name");
        namespace = pattern(target, "namespace");
        labels = LabelExpression.parse(target.text("labelSelector"));
        annotations = LabelExpression.parse(target.text("annotationSelector"));
    }

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE
    static Selector of(Value target) {
        return new Selector(target);
    }

    private static Optional<Pattern> pattern(Value target, String key) {
        String text = target.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile("^(?:" + text + ")$"));
        } catch (PatternSyntaxException e) {
            throw Refused.invalid("Not an expression for " + key + ": " + text + ".");
        }
    }

    boolean matches(Resource resource) {
        ResourceId now = resource.id();
        ResourceId first = resource.originalId();
        return (fits(namespace, first.effectiveNamespace()) || fits(namespace, now.effectiveNamespace()))
                && (fits(name, first.name()) || fits(name, now.name())) && fits(group, now.group())
                && fits(version, now.version()) && fits(kind, now.kind())
                && labels.matches(key -> resource.meta("labels", key))
                && annotations.matches(key -> resource.meta("annotations", key));
    }

    private static boolean fits(Optional<Pattern> pattern, String text) {
        try {
            return pattern.isEmpty() || pattern.get().matcher(new BoundedText(text, MOST_LOOKS)).find();
        } catch (BoundedText.TooSlow e) {
            throw Refused.limit("An expression of a selector takes too long on " + text + ".");
        }
    }
}
