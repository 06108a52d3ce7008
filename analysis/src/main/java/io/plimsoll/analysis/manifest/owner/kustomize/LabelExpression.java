package io.plimsoll.analysis.manifest.owner.kustomize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// A label selector as `kubectl -l` takes it: `app=web,tier!=db,env in (a, b),!old`.
///
/// @param terms all of which must hold
record LabelExpression(List<Term> terms) {
    private static final Pattern PARTS = Pattern.compile("(?:[^,(]|\\([^)]*\\))+");
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALS = Pattern.compile("([^\\s=!]+)\\s*(==|!=|=)\\s*(\\S*)");

    /// @throws io.plimsoll.analysis.task.StepFailure KUSTOMIZE
    static LabelExpression parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            terms.add(term(parts.group().strip()));
        }
        return new LabelExpression(terms);
    }

    private static Term term(String text) {
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            Set<String> values = Arrays.stream(set.group(3).split(",")).map(String::strip).collect(Collectors.toSet());
            return new Term(set.group(1), set.group(2).equals("in"), values);
        }
        Matcher equals = EQUALS.matcher(text);
        if (equals.matches()) {
            return new Term(equals.group(1), !equals.group(2).equals("!="), Set.of(equals.group(3)));
        }
        if (text.matches("!?\\s*[^\\s=!]+")) {
            return new Term(text.replaceFirst("^!\\s*", ""), !text.startsWith("!"), null);
        }
        throw Refused.invalid("Not a label selector: " + text + ".");
    }

    /// @param labels gives `null` for a label that is missing
    boolean matches(UnaryOperator<@Nullable String> labels) {
        return terms.stream().allMatch(term -> term.holds(labels.apply(term.key)));
    }

    /// @param values one of which it must be; `null` if any value will do
    record Term(String key, boolean wanted, @Nullable Set<String> values) {
        boolean holds(@Nullable String value) {
            if (values == null) {
                return (value != null) == wanted;
            }
            return (value != null && values.contains(value)) == wanted;
        }
    }
}
