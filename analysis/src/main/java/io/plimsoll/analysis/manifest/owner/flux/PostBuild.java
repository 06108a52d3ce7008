package io.plimsoll.analysis.manifest.owner.flux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// `postBuild` of a Flux Kustomization: `${VAR}`, `${VAR:=default}` and `${VAR:-default}` in every value of the built objects. Variables come
/// from `substituteFrom` in its order, over them those of `substitute`. A value that is a variable and nothing else is written where the
/// variable is.
final class PostBuild {
    private static final Pattern VARIABLE = Pattern
            .compile("(\\$?)\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-=])([^{}]*))?}");
    /// Characters that variables may become in one Kustomization.
    private static final long MOST = 4L << 20;
    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/substitute";

    private final References references;
    private final Deployment into;
    private final Map<String, Value.Leaf> variables = new HashMap<>();
    private boolean complete = true;
    private long written;

    PostBuild(References references, Deployment into) {
        this.references = references;
        this.into = into;
    }

    void apply(Value kustomization) {
        for (Value reference : kustomization.items("spec", "postBuild", "substituteFrom")) {
            Optional<Value> object = references.object(reference, kustomization.text("metadata", "namespace"));
            boolean found = object.isPresent()
                    && (take(object.get().at("stringData")) | !isSecret(object.get()) & take(object.get().at("data")));
            if (!found && !reference.text("optional").equals("true")) {
                complete = false;
                into.unresolved("MISSING_VALUES: substituteFrom " + reference.text("kind") + " "
                        + reference.text("name") + " can't be read in this clone");
            }
        }
        take(kustomization.at("spec", "postBuild", "substitute"));
        List<Value> objects = into.rendered().objects();
        objects.replaceAll(object -> off(object) ? object : replaced(object));
    }

    private static boolean isSecret(Value object) {
        return object.text("kind").equals("Secret");
    }

    private boolean take(@Nullable Value map) {
        if (!(map instanceof Value.Fields fields)) {
            return false;
        }
        fields.entries().forEach((name, value) -> {
            if (value instanceof Value.Leaf leaf && !leaf.text().startsWith("ENC[")) {
                variables.merge(name, leaf, (old, now) -> now.over(old));
            }
        });
        return true;
    }

    private static boolean off(Value object) {
        return object.at("metadata", "labels") instanceof Value.Fields labels && labels.text(SWITCH).equals("disabled")
                || object.at("metadata", "annotations") instanceof Value.Fields annotations
                        && annotations.text(SWITCH).equals("disabled");
    }

    private Value replaced(Value value) {
        return switch (value) {
            case Value.Leaf leaf -> leaf.text().contains("${") ? leaf(leaf) : leaf;
            case Value.Fields fields -> {
                fields.entries().replaceAll((key, each) -> replaced(each));
                yield fields;
            }
            case Value.Items items -> {
                items.values().replaceAll(this::replaced);
                yield items;
            }
        };
    }

    private Value.Leaf leaf(Value.Leaf leaf) {
        Matcher matcher = VARIABLE.matcher(leaf.text());
        StringBuilder text = new StringBuilder();
        boolean unknown = false;
        while (matcher.find()) {
            if (written > MOST) {
                into.unresolved("LIMIT: the variables of postBuild become too long a text");
                return leaf;
            }
            Value.Leaf variable = variables.get(matcher.group(2));
            String otherwise = matcher.group(4) == null ? "" : matcher.group(4);
            boolean escaped = !matcher.group(1).isEmpty();
            unknown |= variable == null && matcher.group(4) == null && !complete;
            String replacement = escaped
                    ? matcher.group().substring(1)
                    : variable == null ? otherwise : variable.text();
            written += replacement.length();
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        matcher.appendTail(text);
        if (unknown) {
            into.rendered().notes().put(leaf, "not verified: its variable is not in this clone");
            return leaf;
        }
        boolean whole = matcher.reset().matches() && matcher.group(1).isEmpty();
        Value.Leaf variable = whole ? variables.get(matcher.group(2)) : null;
        Value.Leaf result = variable == null || variable.origin() == null
                ? new Value.Leaf(text.toString(), leaf.plain(), leaf.origin(), leaf.shadowed())
                // Flux puts text into text, so how it is typed is decided by what it is put into.
                : new Value.Leaf(text.toString(), leaf.plain(), variable.origin(), variable.shadowed());
        into.rendered().notes().put(result, variable == null
                ? "a text with variables: " + leaf.text()
                : "through the variable " + matcher.group(2) + (leaf.origin() == null ? "" : " at " + leaf.origin()));
        return result;
    }
}
